package io.protoworks.template;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of a template as its author states it, beside its code. */
record TemplateDefinition(
    ProtocolType type,
    @Nullable String description,
    @Nullable UUID disciplineId,
    List<ItemDefinition> items) {

  static TemplateDefinition of(ProtocolTemplate template, List<ProtocolTemplateItem> items) {
    return new TemplateDefinition(
        template.type(),
        template.description(),
        template.disciplineId(),
        items.stream().map(ItemDefinition::of).toList());
  }
}
