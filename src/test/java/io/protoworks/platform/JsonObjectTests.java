package io.protoworks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTests {

  private static JsonObject parse(String json) {
    return JsonObject.parse("", new Json(json));
  }

  /** Reads a member called x, and tells where there were problems. */
  private static List<String> problems(String value, Consumer<JsonObject> read) {
    JsonObject object = parse("{\"x\": %s}".formatted(value));
    read.accept(object);
    object.end();
    return object.problems().stream().map(Problem::path).toList();
  }

  @Test
  void readsEachMemberAsItsType() {
    JsonObject object =
        parse(
            """
            {"b": true, "i": 7, "n": -0.10, "d": "4.00", "t": "text", "day": "2026-02-03", "c": "MONDAY",
             "ts": ["a", "b"], "cs": ["MONDAY"], "o": {"t": "inner"}, "os": [{"t": "1"}, {"t": "2"}], "none": null}
            """);
    assertThat(object.bool("b")).isTrue();
    assertThat(object.integer("i")).isEqualTo(7);
    assertThat(object.decimal("n")).isEqualTo("-0.10");
    assertThat(object.decimal("d")).isEqualTo("4.00");
    assertThat(object.text("t")).isEqualTo("text");
    assertThat(object.date("day")).isEqualTo(LocalDate.of(2026, 2, 3));
    assertThat(object.constant("c", DayOfWeek.class)).isEqualTo(DayOfWeek.MONDAY);
    assertThat(object.texts("ts")).containsExactly("a", "b");
    assertThat(object.constants("cs", DayOfWeek.class)).containsExactly(DayOfWeek.MONDAY);
    assertThat(object.<String>object("o", inner -> String.valueOf(inner.text("t"))))
        .isEqualTo("inner");
    assertThat(object.<String>objects("os", inner -> String.valueOf(inner.text("t"))))
        .containsExactly("1", "2");
    assertThat(object.integer("none", 3)).isEqualTo(3);
    assertThat(object.bool("absent", true)).isTrue();
    object.end();
    assertThat(object.problems()).isEmpty();
  }

  /** What a number is, digit by digit, whatever a double would make of it. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "4.10, 4.10",
    "1e2, 100",
    "123456789012345.123456789012345, 123456789012345.123456789012345",
    "'\"-12.50\"', -12.50"
  })
  void keepsTheDigitsOfDecimals(String json, String digits) {
    JsonObject object = parse("{\"x\": %s}".formatted(json));
    assertThat(object.decimal("x")).isEqualTo(digits);
    assertThat(object.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "1e999999999",
        "-1e-999999999",
        "0.1234567890123456",
        "\"NaN\"",
        "\"Infinity\"",
        "\"1e3\"",
        "\"4,01\"",
        "\" 4\"",
        "\"+4\"",
        "\"\"",
        "true",
        "[4]"
      })
  void refusesWhatIsNoDecimal(String json) {
    assertThat(problems(json, object -> object.decimal("x"))).containsExactly("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.5", "1.0", "1e2", "\"1\"", "2147483648", "99999999999999999999", "true"})
  void refusesWhatIsNoWholeNumber(String json) {
    assertThat(problems(json, object -> object.integer("x"))).containsExactly("x");
  }

  @Test
  void refusesOtherTypesWithTheirPaths() {
    assertThat(problems("1", object -> object.bool("x"))).containsExactly("x");
    assertThat(problems("1", object -> object.text("x"))).containsExactly("x");
    assertThat(problems("\"3.2.2026\"", object -> object.date("x"))).containsExactly("x");
    assertThat(problems("\"monday\"", object -> object.constant("x", DayOfWeek.class)))
        .containsExactly("x");
    assertThat(problems("\"a\"", object -> object.texts("x"))).containsExactly("x");
    assertThat(problems("[\"a\", 1, null]", object -> object.texts("x")))
        .containsExactly("x[1]", "x[2]");
    assertThat(problems("[\"MONDAY\", \"?\"]", object -> object.constants("x", DayOfWeek.class)))
        .containsExactly("x[1]");
    assertThat(problems("[]", object -> object.object("x", inner -> ""))).containsExactly("x");
  }

  @Test
  void refusesWhatNobodyAskedForAtEveryDepth() {
    assertThat(problems("{\"t\": 1, \"u\": 2}", object -> object.object("x", inner -> "")))
        .containsExactly("x.t", "x.u");
    assertThat(problems("[{}, 3, {\"t\": 1}]", object -> object.objects("x", inner -> "")))
        .containsExactly("x[1]", "x[2].t");
    assertThat(problems("1", object -> {})).containsExactly("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{\"a\": NaN}", "{\"a\": 1, \"a\": 2}", "{} {}", "[]", "null", "\"a\""})
  void refusesWhatIsNoObject(String json) {
    JsonObject object = JsonObject.parse("json", new Json(json));
    assertThat(object.text("a")).isNull();
    assertThat(object.problems()).extracting(Problem::path).containsExactly("json");
  }

  @Test
  void tellsPathsAsTheInputHasThem() {
    assertThat(new Problem("points[0].min", "?").under("items[3].config").error().path())
        .containsExactly("input", "items", "3", "config", "points", "0", "min");
    assertThat(new Problem("", "?").under("json").error().path()).containsExactly("input", "json");
  }
}
