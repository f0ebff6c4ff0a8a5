package io.protoworks.template;

import io.protoworks.identity.Discipline;
import io.protoworks.platform.Id;
import io.protoworks.platform.Json;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the mutations of templates take. A change states the whole, items included: a field left out
 * is emptied, and an item left out is taken out of use.
 */
final class ProtocolTemplateInputs {
  private ProtocolTemplateInputs() {}

  record CreateProtocolTemplateInput(
      String code,
      ProtocolType type,
      @Nullable String description,
      @Nullable Id<Discipline> disciplineId,
      List<ProtocolTemplateItemInput> items) {
    TemplateDefinition definition() {
      return new TemplateDefinition(type, description, uuid(disciplineId), definitions(items));
    }
  }

  record ChangeProtocolTemplateInput(
      Id<ProtocolTemplate> id,
      int expectedVersion,
      ProtocolType type,
      @Nullable String description,
      @Nullable Id<Discipline> disciplineId,
      List<ProtocolTemplateItemInput> items) {
    TemplateDefinition definition() {
      return new TemplateDefinition(type, description, uuid(disciplineId), definitions(items));
    }
  }

  record ImportProtocolTemplateInput(Json json) {}

  record ProtocolTemplateItemInput(
      String code,
      String description,
      @Nullable String helpText,
      boolean required,
      ItemConfigInput config) {
    ItemDefinition definition() {
      return new ItemDefinition(code, description, helpText, required, config.given());
    }
  }

  private static @Nullable UUID uuid(@Nullable Id<Discipline> id) {
    return id == null ? null : id.uuid();
  }

  private static List<ItemDefinition> definitions(List<ProtocolTemplateItemInput> items) {
    return items.stream().map(ProtocolTemplateItemInput::definition).toList();
  }
}
