package io.protoworks.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.platform.Json;
import io.protoworks.platform.JsonForms;
import io.protoworks.platform.JsonObject;
import io.protoworks.platform.Problem;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a config must be like. Each line is a config in JSON and where it is wrong. */
class ItemConfigRulesTests {
  private static final char QUOTE = '`';

  private static List<String> wrong(ItemType type, String json) {
    JsonObject object = JsonObject.parse("", new Json(json.replace(QUOTE, '"')));
    ItemConfig config = ItemConfigReader.read(type, object);
    object.end();
    return Stream.concat(object.problems().stream(), ItemConfigRules.problems(config).stream())
        .map(Problem::path)
        .map(ItemConfigReader::storedPath)
        .toList();
  }

  private static void assertWrong(ItemType type, String json, String paths) {
    assertThat(wrong(type, json)).containsExactly(paths.split(" ", -1));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsLeftOutHasDefaultsThatAreFine(ItemType type) {
    boolean ranged = type == ItemType.NUMBER_RANGE;
    assertThat(wrong(type, ranged ? "{`points`: [{`point`: `0%`, `min`: 3.9}]}" : "{}")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsReadAgain(ItemType type) {
    String json =
        switch (type) {
          case CHECKBOX_OK_NOK_NA ->
              "{`naRequiresNote`: true, `labels`: {`ok`: `tight`}, `nokDefaultType`: `PA`}";
          case TEXT_SINGLE -> "{`minLength`: 2, `options`: [`red`, `blue`]}";
          case TEXT_MULTI -> "{`maxLength`: 100}";
          case NUMBER -> "{`unit`: `MOhm`, `decimals`: 2, `hardMin`: `0.50`, `hardMax`: 4.10}";
          case NUMBER_RANGE ->
              "{`points`: [{`point`: `0%`, `min`: 3.90, `max`: `4.10`}], `inclusive`: false}";
          case PHOTO_CAPTURE -> "{`min`: 2, `source`: `CAMERA`, `beforeAfter`: true}";
          case DATE -> "{`withTime`: true, `min`: `2026-01-01`}";
          case SIGNATURE -> "{`companyTypes`: [`CLIENTE`], `meaning`: `witnessed`}";
        };
    ItemConfig config = ItemConfigReader.read(type, new Json(json.replace(QUOTE, '"')));
    assertThat(ItemType.of(config)).isEqualTo(type);
    assertThat(ItemConfigReader.read(type, JsonForms.write(config))).isEqualTo(config);
    assertThat(ItemConfigRules.problems(config)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void noTypeTakesAFieldOfNone(ItemType type) {
    assertThat(wrong(type, "{`colour`: `red`, `points`: [{`point`: `1`, `min`: 1}]}"))
        .contains("colour");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {`naAllowed`: false, `naRequiresNote`: true}        | naRequiresNote
          {`naAllowed`: `true`}                               | naAllowed
          {`nokDefaultType`: `PX`}                            | nokDefaultType
          {`labels`: {}}                                      | labels
          {`labels`: {`ok`: ``}}                              | labels.ok
          {`labels`: {`ok`: `  `, `na`: ` x`}}                | labels.ok labels.na
          {`labels`: {`ok`: `A label of more than thirty characters`}} | labels.ok
          {`labels`: {`ok`: `NOK`}}                           | labels
          {`labels`: {`nok`: `x`, `na`: `x`}}                 | labels
          {`labels`: {`maybe`: `x`}}                          | labels.maybe labels
          {`unit`: `V`}                                       | unit
          """)
  void aCheck(String json, String paths) {
    assertWrong(ItemType.CHECKBOX_OK_NOK_NA, json, paths);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {`minLength`: 5, `maxLength`: 4}                    | minLength
          {`minLength`: -1}                                   | minLength
          {`maxLength`: 0}                                    | maxLength
          {`maxLength`: 10001}                                | maxLength
          {`maxLength`: 4.5}                                  | maxLength
          {`pattern`: ``}                                     | pattern
          {`pattern`: `[a-z`}                                 | pattern
          {`pattern`: `(?=a)`}                                | pattern
          {`pattern`: `(a)\\\\1`}                             | pattern
          {`options`: []}                                     | options
          {`options`: [`a`, `b`, `a`]}                        | options[2]
          {`options`: [` a`, ``]}                             | options[0] options[1]
          {`options`: [`ab`, `abc`], `maxLength`: 2}          | options[1]
          {`options`: [`ab`, `abc`], `minLength`: 3}          | options[0]
          {`options`: [`ab`, `12`], `pattern`: `[a-z]+`}      | options[1]
          {`options`: [`ab`, 12]}                             | options[1]
          {`options`: `ab`}                                   | options
          {`energization`: true}                              | energization
          """)
  void aLineOfText(String json, String paths) {
    assertWrong(ItemType.TEXT_SINGLE, json, paths);
  }

  @Test
  void linesOfText() {
    assertWrong(ItemType.TEXT_MULTI, "{`maxLength`: 0}", "maxLength");
    assertWrong(ItemType.TEXT_MULTI, "{`maxLength`: 5, `minLength`: 1}", "minLength");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {`hardMin`: 5, `hardMax`: 4}                        | hardMax
          {`hardMin`: `0.10`, `hardMax`: `0.09`}              | hardMax
          {`decimals`: -1}                                    | decimals
          {`decimals`: 16}                                    | decimals
          {`decimals`: 1, `hardMin`: 0.01, `hardMax`: 0.09}   | hardMax
          {`decimals`: 0, `hardMin`: `999999999999999.5`}     | hardMax
          {`hardMin`: 1e400}                                  | hardMin
          {`hardMin`: `NaN`}                                  | hardMin
          {`hardMax`: `4,5`}                                  | hardMax
          {`unit`: ` `}                                       | unit
          {`unit`: ` V`}                                      | unit
          {`unit`: `a unit that has too many`}                | unit
          {`points`: []}                                      | points
          """)
  void aNumber(String json, String paths) {
    assertWrong(ItemType.NUMBER, json, paths);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{`hardMin`: 4, `hardMax`: 4}",
        "{`decimals`: 1, `hardMin`: 0.01, `hardMax`: 0.1}",
        "{`decimals`: 15, `hardMin`: -0.000000000000001, `hardMax`: 0}",
        "{`hardMax`: -999999999999999}"
      })
  void aNumberThatSomethingMeets(String json) {
    assertThat(wrong(ItemType.NUMBER, json)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                     | points
          {`points`: []}                                                         | points
          {`points`: [{`point`: `0%`}]}                                          | points[0]
          {`points`: [{`min`: 1}]}                                               | points[0].point
          {`points`: [{`point`: ``, `min`: 1}]}                                  | points[0].point
          {`points`: [{`point`: `a`, `min`: 1}, {`point`: `a`, `max`: 2}]}       | points[1]
          {`points`: [{`point`: `a`, `min`: 1}, {`point`: `b`, `min`: 3, `max`: 2}]} | points[1].max
          {`points`: [{`point`: `a`, `min`: `x`, `max`: 2}]}                     | points[0].min
          {`points`: [{`point`: `a`, `min`: 2, `max`: 2}], `inclusive`: false}   | points[0].max
          {`points`: [{`point`: `a`, `min`: 1, `max`: 2}], `inclusive`: false, `decimals`: 0} | points[0].max
          {`points`: [{`point`: `a`, `min`: 1, `colour`: 2}]}                    | points[0].colour
          {`points`: [{`point`: `a`, `min`: 1}], `outOfRange`: `EXPLODE`}        | outOfRange
          {`points`: [{`point`: `a`, `min`: 1}], `unit`: ``}                     | unit
          {`points`: [{`point`: `a`, `min`: 1}], `naAllowed`: true}              | naAllowed
          """)
  void readings(String json, String paths) {
    assertWrong(ItemType.NUMBER_RANGE, json, paths);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {`min`: 3, `max`: 2}                                | max
          {`min`: 0}                                          | min
          {`max`: 51}                                         | max
          {`min`: 11}                                         | max
          {`min`: 1, `max`: 1, `beforeAfter`: true}           | max
          {`source`: `SCANNER`}                               | source
          {`min`: 1.0}                                        | min
          """)
  void photos(String json, String paths) {
    assertWrong(ItemType.PHOTO_CAPTURE, json, paths);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {`min`: `2026-02-03`, `max`: `2026-02-02`}          | max
          {`min`: `2026-02-30`}                               | min
          {`min`: `+12026-01-01`}                             | min
          {`max`: `1000-01-01`}                               | max
          """)
  void aDay(String json, String paths) {
    assertWrong(ItemType.DATE, json, paths);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {`companyTypes`: []}                                | companyTypes
          {`companyTypes`: [`CLIENTE`, `CLIENTE`]}            | companyTypes[1]
          {`roles`: [`CLIENT`, `KING`]}                       | roles[1]
          {`meaning`: ``}                                     | meaning
          """)
  void aSignature(String json, String paths) {
    assertWrong(ItemType.SIGNATURE, json, paths);
  }

  /** Such patterns would be written out into millions of steps. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a{100}){100}){100}",
        "(((a{1,1000}){1000}){1000})",
        "((((((((a{9,}){9}){9}){9}){9}){9}){9}){9})",
        "(a{99999})",
        "(\\pL{90}){90}"
      })
  void aPatternThatWouldFillTheMemory(String pattern) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThat(
                    ItemConfigRules.problems(
                        new ItemConfig.TextSingleConfig(null, null, pattern, null)))
                .extracting(Problem::path)
                .containsExactly("pattern"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[A-Z]{2}-\\d{4}", "(a*)*b", "\\d{1,3}(\\.\\d{1,3}){3}", "(?i)ok|nok"})
  void aPatternThatIsFine(String pattern) {
    assertThat(ItemConfigRules.problems(new ItemConfig.TextSingleConfig(null, null, pattern, null)))
        .isEmpty();
  }
}
