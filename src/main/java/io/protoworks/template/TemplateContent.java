package io.protoworks.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version with all that belongs to it. */
record TemplateContent(
    ProtocolTemplate template, @Nullable String disciplineCode, List<ProtocolTemplateItem> items) {

  TemplateDocument document() {
    return TemplateDocument.of(template, disciplineCode, items);
  }
}
