package io.protoworks.template;

import io.protoworks.platform.Problem;
import io.protoworks.platform.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An item as its author states it; its place is where it stands among the others. */
record ItemDefinition(
    String code,
    String description,
    @Nullable String helpText,
    boolean required,
    ItemConfig config) {

  static final String CODE =
      "A code has 1 to 50 characters, no control characters, and no blanks at its ends.";

  private static final int LONGEST_CODE = 50;
  private static final int LONGEST_DESCRIPTION = 500;
  private static final int LONGEST_HELP_TEXT = 1_000;
  static final int MOST_ITEMS = 500;

  static ItemDefinition of(ProtocolTemplateItem item) {
    return new ItemDefinition(
        item.code(), item.description(), item.helpText(), item.required(), item.config());
  }

  /** Whether the row says the same, and is in use at this place. */
  boolean isAt(int order, ProtocolTemplateItem item) {
    return item.isActive() && item.order() == order && equals(of(item));
  }

  /** Whether a text can be the code of an item, or of a template. */
  static boolean isCode(String text) {
    return Texts.isCleanLine(text) && Texts.length(text) <= LONGEST_CODE;
  }

  /**
   * All that is wrong with the items of a template.
   *
   * @param configPath where a config stands in its item: its path there depends on who gave it
   */
  static List<Problem> problems(List<ItemDefinition> items, ConfigPath configPath) {
    List<Problem> problems = new ArrayList<>();
    if (items.size() > MOST_ITEMS) {
      problems.add(new Problem("items", "A template has at most %d items.".formatted(MOST_ITEMS)));
    }
    Set<String> codes = new HashSet<>();
    for (int index = 0; index < items.size(); index++) {
      ItemDefinition item = items.get(index);
      List<Problem> own = item.problems(configPath.of(item.config()));
      if (!codes.add(item.code())) {
        own.add(new Problem("code", "Another item of the template has this code."));
      }
      String place = "items[%d]".formatted(index);
      own.forEach(problem -> problems.add(problem.under(place)));
    }
    return problems;
  }

  /** Tells where a config stands in its item. */
  @FunctionalInterface
  interface ConfigPath {
    ConfigPath PLAIN = config -> "config";

    String of(ItemConfig config);
  }

  List<Problem> problems(String configPath) {
    List<Problem> problems = new ArrayList<>();
    if (!isCode(code)) {
      problems.add(new Problem("code", CODE));
    }
    if (description.isBlank() || Texts.length(description) > LONGEST_DESCRIPTION) {
      problems.add(
          new Problem(
              "description",
              "A description has 1 to %d characters.".formatted(LONGEST_DESCRIPTION)));
    }
    if (helpText != null && (helpText.isBlank() || Texts.length(helpText) > LONGEST_HELP_TEXT)) {
      problems.add(
          new Problem(
              "helpText",
              "A help text has 1 to %d characters; leave it out if there is none."
                  .formatted(LONGEST_HELP_TEXT)));
    }
    ItemConfigRules.problems(config).forEach(problem -> problems.add(problem.under(configPath)));
    return problems;
  }
}
