package io.protoworks.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.protoworks.platform.Json;
import io.protoworks.platform.JsonForms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version as it leaves the system and comes into another: without ids, and without its number,
 * which the other side gives.
 *
 * @param v the version of the form
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TemplateDocument(
    int v,
    String code,
    ProtocolType type,
    @Nullable String description,
    @Nullable String disciplineCode,
    List<DocumentItem> items) {
  static final int VERSION = 1;

  /** An item, at the place where it stands. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DocumentItem(
      String code,
      String description,
      @Nullable String helpText,
      ItemType itemType,
      boolean required,
      ItemConfig config) {

    static DocumentItem of(ItemDefinition item) {
      return new DocumentItem(
          item.code(),
          item.description(),
          item.helpText(),
          ItemType.of(item.config()),
          item.required(),
          item.config());
    }

    ItemDefinition definition() {
      return new ItemDefinition(code, description, helpText, required, config);
    }
  }

  static TemplateDocument of(
      ProtocolTemplate template,
      @Nullable String disciplineCode,
      List<ProtocolTemplateItem> items) {
    return new TemplateDocument(
        VERSION,
        template.code(),
        template.type(),
        template.description(),
        disciplineCode,
        items.stream().map(ItemDefinition::of).map(DocumentItem::of).toList());
  }

  Json json() {
    return JsonForms.json(this);
  }

  List<ItemDefinition> definitions() {
    return items.stream().map(DocumentItem::definition).toList();
  }
}
