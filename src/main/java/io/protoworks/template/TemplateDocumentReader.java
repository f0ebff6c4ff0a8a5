package io.protoworks.template;

import io.protoworks.platform.Json;
import io.protoworks.platform.JsonObject;
import io.protoworks.platform.Problem;
import io.protoworks.template.TemplateDocument.DocumentItem;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a document that anybody may have written, strictly: all that is wrong is told at once. */
final class TemplateDocumentReader {
  private final Set<String> codes = new HashSet<>();

  private TemplateDocumentReader() {}

  /**
   * Reads a document, or refuses it.
   *
   * @param path where it stands in the input
   */
  static TemplateDocument read(String path, Json json) {
    JsonObject object = JsonObject.parse(path, json);
    Problem.refuse(object.problems());
    TemplateDocument document = new TemplateDocumentReader().document(object);
    object.end();
    Problem.refuse(object.problems());
    return Objects.requireNonNull(document);
  }

  private @Nullable TemplateDocument document(JsonObject object) {
    if (object.integer("v", TemplateDocument.VERSION) != TemplateDocument.VERSION) {
      object.problem(
          "v", "Only documents of version %d are known.".formatted(TemplateDocument.VERSION));
    }
    String code = object.needed("code", object.text("code"));
    ProtocolType type = object.needed("type", object.constant("type", ProtocolType.class));
    String description = object.text("description");
    String disciplineCode = object.text("disciplineCode");
    if (code != null && !ItemDefinition.isCode(code)) {
      object.problem("code", ItemDefinition.CODE);
    }
    if (!TemplateDefinition.isDescription(description)) {
      object.problem("description", TemplateDefinition.DESCRIPTION);
    }
    if (type == ProtocolType.C1 && disciplineCode == null) {
      object.problem("disciplineCode", TemplateDefinition.DISCIPLINE_NEEDED);
    }
    List<DocumentItem> items = object.needed("items", object.objects("items", this::item));
    if (items != null && items.size() > ItemDefinition.MOST_ITEMS) {
      object.problem(
          "items", "A template has at most %d items.".formatted(ItemDefinition.MOST_ITEMS));
    }
    return code == null || type == null || items == null
        ? null
        : new TemplateDocument(
            TemplateDocument.VERSION, code, type, description, disciplineCode, items);
  }

  private @Nullable DocumentItem item(JsonObject object) {
    int before = object.problems().size();
    String code = object.needed("code", object.text("code"));
    String description = object.needed("description", object.text("description"));
    String helpText = object.text("helpText");
    ItemType type = object.needed("itemType", object.constant("itemType", ItemType.class));
    boolean required = object.bool("required", true);
    ItemConfig config = type == null ? null : config(object, type);
    if (type == null) {
      object.json("config");
    }
    if (code == null
        || description == null
        || type == null
        || config == null
        || object.problems().size() > before) {
      return null;
    }
    if (!codes.add(code)) {
      object.problem("code", "Another item of the template has this code.");
    }
    DocumentItem item = new DocumentItem(code, description, helpText, type, required, config);
    item.definition()
        .problems("config")
        .forEach(
            problem ->
                object.problem(ItemConfigReader.storedPath(problem.path()), problem.message()));
    return item;
  }

  private static ItemConfig config(JsonObject object, ItemType type) {
    ItemConfig config = object.object("config", inner -> ItemConfigReader.read(type, inner));
    return config == null ? ItemConfigReader.read(type, (Json) null) : config;
  }
}
