package io.protoworks.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.platform.Json;
import io.protoworks.platform.Viewer;
import io.protoworks.template.TemplateDifference.FieldDifference;
import io.protoworks.template.TemplateDifference.ItemDifference;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs between two versions. */
class TemplateDifferencesTests {
  private static final OffsetDateTime MOMENT =
      OffsetDateTime.of(2026, 2, 3, 4, 5, 6, 0, ZoneOffset.UTC);

  private static ProtocolTemplate header(
      int version, ProtocolType type, @Nullable String description) {
    return new ProtocolTemplate(
        new UUID(0, version),
        type,
        "T-1",
        version,
        description,
        null,
        TemplateStatus.DRAFT,
        null,
        null,
        null,
        null,
        true,
        1,
        MOMENT,
        MOMENT,
        Viewer.SYSTEM_USER,
        Viewer.SYSTEM_USER);
  }

  private static ProtocolTemplateItem item(
      String code, int order, ItemType type, @Nullable String config) {
    return new ProtocolTemplateItem(
        UUID.randomUUID(),
        new UUID(0, 1),
        code,
        "Description of " + code,
        null,
        order,
        type,
        config == null ? null : new Json(config.replace('`', '"')),
        true,
        true,
        MOMENT,
        MOMENT,
        Viewer.SYSTEM_USER,
        Viewer.SYSTEM_USER);
  }

  private static TemplateContent content(int version, List<ProtocolTemplateItem> items) {
    return new TemplateContent(header(version, ProtocolType.C2, "Same"), "ELE", items);
  }

  /** Checks with these codes, in this order. */
  private static TemplateContent checks(int version, String codes) {
    List<ProtocolTemplateItem> items = new ArrayList<>();
    Arrays.stream(codes.split(" ", -1))
        .filter(code -> !code.isEmpty())
        .forEach(
            code -> items.add(item(code, items.size() + 1, ItemType.CHECKBOX_OK_NOK_NA, null)));
    return content(version, items);
  }

  private static List<String> codes(List<ProtocolTemplateItem> items) {
    return items.stream().map(ProtocolTemplateItem::code).toList();
  }

  private static List<String> told(List<FieldDifference> fields) {
    return fields.stream()
        .map(
            field ->
                "%s: %s → %s".formatted(field.path(), text(field.before()), text(field.after())))
        .toList();
  }

  private static String text(@Nullable Json json) {
    return json == null ? "-" : json.text();
  }

  private static List<String> between(ItemType type, @Nullable String before, String after) {
    TemplateDifference difference =
        TemplateDifferences.between(
            content(1, List.of(item("A", 1, type, before))),
            content(2, List.of(item("A", 1, type, after))));
    return difference.changed().stream()
        .map(ItemDifference::fields)
        .flatMap(fields -> told(fields).stream())
        .toList();
  }

  @Test
  void ofTheSameThereIsNone() {
    TemplateDifference difference =
        TemplateDifferences.between(checks(1, "A B C"), checks(2, "A B C"));
    assertThat(difference.fields()).isEmpty();
    assertThat(difference.added()).isEmpty();
    assertThat(difference.removed()).isEmpty();
    assertThat(difference.changed()).isEmpty();
  }

  @Test
  void headers() {
    TemplateDifference difference =
        TemplateDifferences.between(
            new TemplateContent(header(1, ProtocolType.C1, null), "ELE", List.of()),
            new TemplateContent(header(2, ProtocolType.C2, "New"), null, List.of()));
    assertThat(told(difference.fields()))
        .containsExactly(
            "type: \"C1\" → \"C2\"", "description: - → \"New\"", "discipline: \"ELE\" → -");
  }

  /** Codes before and after; what was added, what was removed, and what moved among the rest. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A B C   | A B C D   | D   | ''  | ''
          A B C   | D A B C   | D   | ''  | ''
          A B C   | B C       | ''  | A   | ''
          A B C   | C A B     | ''  | ''  | C
          A B C   | B C A     | ''  | ''  | A
          A B C D | D B C A   | ''  | ''  | D A
          A B C D | X C A D Y | X Y | B   | C
          ''      | A B       | A B | ''  | ''
          A B     | ''        | ''  | A B | ''
          """)
  void items(String before, String after, String added, String removed, String moved) {
    TemplateDifference difference =
        TemplateDifferences.between(checks(1, before), checks(2, after));
    assertThat(String.join(" ", codes(difference.added()))).isEqualTo(added);
    assertThat(String.join(" ", codes(difference.removed()))).isEqualTo(removed);
    assertThat(difference.changed())
        .allSatisfy(changed -> assertThat(changed.moved()).isTrue())
        .allSatisfy(changed -> assertThat(changed.fields()).isEmpty());
    assertThat(
            String.join(
                " ", codes(difference.changed().stream().map(ItemDifference::after).toList())))
        .isEqualTo(moved);
  }

  @Test
  void fieldsOfAConfigEvenThoseThatWereLeftOut() {
    assertThat(
            between(
                ItemType.NUMBER,
                "{`unit`: `V`, `hardMin`: 1}",
                "{`unit`: `kV`, `hardMin`: `1.0`, `decimals`: 2, `naAllowed`: true}"))
        .containsExactlyInAnyOrder(
            "config.unit: \"V\" → \"kV\"",
            "config.hardMin: \"1\" → \"1.0\"",
            "config.decimals: - → 2",
            "config.naAllowed: false → true");
    assertThat(between(ItemType.CHECKBOX_OK_NOK_NA, null, "{`naAllowed`: true}")).isEmpty();
    assertThat(
            between(
                ItemType.CHECKBOX_OK_NOK_NA,
                "{`labels`: {`ok`: `tight`}}",
                "{`labels`: {`ok`: `closed`, `na`: `none`}}"))
        .containsExactly(
            "config.labels.ok: \"tight\" → \"closed\"", "config.labels.na: - → \"none\"");
    assertThat(between(ItemType.TEXT_SINGLE, "{`options`: [`a`, `b`]}", "{`options`: [`b`]}"))
        .containsExactly("config.options: [\"a\",\"b\"] → [\"b\"]");
  }

  @Test
  void pointsByTheirNames() {
    assertThat(
            between(
                ItemType.NUMBER_RANGE,
                "{`points`: [{`point`: `0%`, `min`: 1}, {`point`: `50%`, `min`: 2}, {`point`: `100%`, `max`: 3}]}",
                "{`points`: [{`point`: `25%`, `min`: 9}, {`point`: `100%`, `max`: 3}, {`point`: `50%`, `min`: 4}]}"))
        .containsExactly(
            "config.points[0%]: {\"point\":\"0%\",\"min\":\"1\"} → -",
            "config.points[50%].min: \"2\" → \"4\"",
            "config.points[25%]: - → {\"point\":\"25%\",\"min\":\"9\"}",
            "config.points: [\"50%\",\"100%\"] → [\"100%\",\"50%\"]");
  }

  @Test
  void anotherTypeIsAnotherConfig() {
    TemplateDifference difference =
        TemplateDifferences.between(
            content(1, List.of(item("A", 1, ItemType.TEXT_MULTI, "{`maxLength`: 9}"))),
            content(2, List.of(item("A", 1, ItemType.TEXT_SINGLE, "{`maxLength`: 9}"))));
    assertThat(told(difference.changed().getFirst().fields()))
        .containsExactly("itemType: \"TEXT_MULTI\" → \"TEXT_SINGLE\"");
  }
}
