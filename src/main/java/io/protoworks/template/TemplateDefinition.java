package io.protoworks.template;

import io.protoworks.platform.Texts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of a template as its author states it, beside its code. */
record TemplateDefinition(
    ProtocolType type,
    @Nullable String description,
    @Nullable UUID disciplineId,
    List<ItemDefinition> items) {

  static final String DESCRIPTION =
      "A description has 1 to 500 characters; leave it out if there is none.";
  static final String DISCIPLINE_NEEDED = "A template of C1 needs a discipline.";

  private static final int LONGEST_DESCRIPTION = 500;

  static boolean isDescription(@Nullable String description) {
    return description == null
        || (!description.isBlank() && Texts.length(description) <= LONGEST_DESCRIPTION);
  }

  static TemplateDefinition of(ProtocolTemplate template, List<ProtocolTemplateItem> items) {
    return new TemplateDefinition(
        template.type(),
        template.description(),
        template.disciplineId(),
        items.stream().map(ItemDefinition::of).toList());
  }
}
