package io.protoworks.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTests {

  private static String canonical(String json) {
    return CanonicalJson.of(new Json(json)).text();
  }

  /** RFC 8785, section 3.2.2. */
  @Test
  void writesLiteralsNumbersAndStringsAsTheRfcDoes() {
    Map<String, Object> value =
        Map.of(
            "numbers",
            List.of(
                Double.parseDouble("333333333.33333329"),
                1E30,
                4.50,
                2e-3,
                0.000000000000000000000000001),
            "string",
            "\u20ac$\u000F\nA'B\"\\\\\"/");
    assertThat(CanonicalJson.of(value).text())
        .isEqualTo(
            "{\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  /** RFC 8785, section 3.2.3: by UTF-16 code units. */
  @Test
  void sortsNamesAsTheRfcDoes() {
    assertThat(
            canonical(
                """
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}
                """))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                + "\"😀\":\"Emoji: Grinning Face\","
                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  /** RFC 8785, appendix B. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void writesDoublesAsTheRfcDoes(String bits, String expected) {
    double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(CanonicalJson.of(number).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"b\":[1,2.5,{\"z\":null,\"a\":true}],\"a\":\"x\"}",
        "{\"a/b\":\"</script>\",\"\\u001f\":\"\\u007f\\u0080\\t\\b\\f\"}",
        "[1e21,1e-7,123456789012345680000,0.1,-0,100,1.50]",
        "[\"ﬃ\",\"e\\u0301\",\"\\ud83d\\ude00\",\"\\u2028\"]",
        "{}",
        "[]"
      })
  void agreesWithAnotherImplementation(String json) throws IOException {
    assertThat(canonical(json)).isEqualTo(new JsonCanonicalizer(json).getEncodedString());
  }

  @ParameterizedTest
  @CsvSource({
    "12345678901234567890, '\"12345678901234567890\"'",
    "9007199254740993, '\"9007199254740993\"'",
    "1e400, '\"1E+400\"'",
    "0.1000000000000000055511151231257827, '\"0.1000000000000000055511151231257827\"'",
  })
  void keepsANumberThatNoDoubleIsExactlyAsItsDigits(String number, String expected) {
    assertThat(canonical(number)).isEqualTo(expected);
    assertThatThrownBy(() -> CanonicalJson.ofStored(new Json(number)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private enum Colour {
    RED
  }

  private record Everything(
      UUID id,
      long wide,
      int narrow,
      BigDecimal decimal,
      BigInteger big,
      boolean isActive,
      Colour colour,
      OffsetDateTime at,
      InetAddress address,
      List<String> tags,
      Json json,
      @Nullable String nothing) {}

  @Test
  void writesEveryKindOfColumn() {
    Everything row =
        new Everything(
            UUID.fromString("00000000-0000-7000-8000-000000000001"),
            Long.MAX_VALUE,
            7,
            new BigDecimal("12.50"),
            BigInteger.TEN.pow(30),
            true,
            Colour.RED,
            OffsetDateTime.of(2026, 2, 3, 4, 5, 0, 600_000, ZoneOffset.UTC),
            InetAddress.ofLiteral("::1"),
            List.of("b", "a"),
            new Json("{\"y\": 1.0, \"x\": 1e400}"),
            null);
    assertThat(CanonicalJson.of(row).text())
        .isEqualTo(
            """
            {"address":"0:0:0:0:0:0:0:1","at":"2026-02-03T04:05:00.0006Z",\
            "big":"1000000000000000000000000000000","colour":"RED","decimal":"12.50",\
            "id":"00000000-0000-7000-8000-000000000001","isActive":true,"json":{"x":"1E+400","y":1},\
            "narrow":7,"nothing":null,"tags":["b","a"],"wide":"9223372036854775807"}""");
  }

  @Test
  void replacesTheCharacterThatJsonbCanNotHold() {
    assertThat(CanonicalJson.of(Map.of("a\0", "b\0\\u0000")).text())
        .isEqualTo("{\"a\ufffd\":\"b\ufffd\\\\u0000\"}");
  }
}
