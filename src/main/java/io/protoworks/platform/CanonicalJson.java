package io.protoworks.platform;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.NumberToJSON;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Canonical JSON (RFC 8785) of values that pass through {@code jsonb} and still have the same
 * canonical form.
 *
 * <p>RFC 8785 knows numbers as IEEE doubles only, while {@code jsonb} keeps every digit. A number
 * that no double stands for exactly is therefore written as a string of its digits, as is every
 * decimal of a row, whose digits mean something; U+0000, which {@code jsonb} can't hold, becomes
 * U+FFFD.
 *
 * @param text the canonical form
 */
public record CanonicalJson(@JsonValue @JsonRawValue String text) {
  private static final int LONGEST_JSONB_NUMBER = 150_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNumberLength(LONGEST_JSONB_NUMBER).build())
                  .characterEscapes(new Escapes())
                  .build())
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
          .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .addModule(
              new SimpleModule()
                  .addSerializer(long.class, new NumberSerializer<>(Long.class))
                  .addSerializer(Long.class, new NumberSerializer<>(Long.class))
                  .addSerializer(double.class, new NumberSerializer<>(Double.class))
                  .addSerializer(Double.class, new NumberSerializer<>(Double.class))
                  .addSerializer(float.class, new NumberSerializer<>(Float.class))
                  .addSerializer(Float.class, new NumberSerializer<>(Float.class))
                  .addSerializer(BigInteger.class, new NumberSerializer<>(BigInteger.class))
                  .addSerializer(BigDecimal.class, new NumberSerializer<>(BigDecimal.class))
                  .addSerializer(new AddressSerializer())
                  .addSerializer(new JsonSerializer()))
          .build();

  /** Of a row, a map, or whatever else a change tells. */
  public static CanonicalJson of(Object value) {
    return new CanonicalJson(MAPPER.writeValueAsString(value));
  }

  /** Of a value that may be none; the JSON value null is none, too. */
  public static @Nullable CanonicalJson ofNullable(@Nullable Object value) {
    CanonicalJson json = value == null ? null : of(value);
    return json == null || json.text().equals("null") ? null : json;
  }

  /**
   * Of what the database holds.
   *
   * @throws IllegalArgumentException when {@link #ofNullable} never wrote that
   */
  public static CanonicalJson ofStored(Json stored) {
    Object value = MAPPER.readValue(stored.text(), Object.class);
    if (value == null) {
      throw new IllegalArgumentException("the JSON value null is stored as none");
    }
    return of(value, true);
  }

  /** The SHA-256 of its UTF-8 bytes, in hexadecimal digits. */
  public String sha256() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static CanonicalJson of(@Nullable Object parsed, boolean strict) {
    return new CanonicalJson(MAPPER.writeValueAsString(interoperable(parsed, strict)));
  }

  /** The value with its numbers as doubles, or as strings where no double is exactly that. */
  private static @Nullable Object interoperable(@Nullable Object value, boolean strict) {
    return switch (value) {
      case Map<?, ?> object -> {
        Map<Object, @Nullable Object> members = new TreeMap<>();
        object.forEach((name, member) -> members.put(name, interoperable(member, strict)));
        yield members;
      }
      case List<?> array ->
          array.stream().<@Nullable Object>map(element -> interoperable(element, strict)).toList();
      case Number number -> {
        BigDecimal exact = new BigDecimal(number.toString());
        double nearest = exact.doubleValue();
        if (isExactly(nearest, exact)) {
          yield nearest;
        }
        if (strict) {
          throw new IllegalArgumentException("no double stands for " + number);
        }
        yield number.toString();
      }
      case null, default -> value;
    };
  }

  private static boolean isExactly(double nearest, BigDecimal exact) {
    return Double.isFinite(nearest) && new BigDecimal(text(nearest)).compareTo(exact) == 0;
  }

  private static String text(double number) {
    try {
      return NumberToJSON.serializeNumber(number);
    } catch (IOException infinite) {
      throw new UncheckedIOException(infinite);
    }
  }

  private static final class NumberSerializer<N extends Number> extends StdSerializer<N> {
    private static final long SAFE = 1L << Double.PRECISION;

    NumberSerializer(Class<N> type) {
      super(type);
    }

    @Override
    public void serialize(N value, JsonGenerator out, SerializationContext context) {
      switch (value) {
        case Long whole when -SAFE <= whole && whole <= SAFE -> out.writeNumber(whole);
        case Double number when Double.isFinite(number) -> out.writeNumber(text(number));
        case Float number when Float.isFinite(number) ->
            out.writeNumber(text(Double.parseDouble(number.toString())));
        case BigDecimal decimal -> out.writeString(decimal.toPlainString());
        default -> out.writeString(value.toString());
      }
    }
  }

  private static final class AddressSerializer extends StdSerializer<InetAddress> {
    AddressSerializer() {
      super(InetAddress.class);
    }

    @Override
    public void serialize(InetAddress value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.getHostAddress());
    }
  }

  private static final class JsonSerializer extends StdSerializer<Json> {
    JsonSerializer() {
      super(Json.class);
    }

    @Override
    public void serialize(Json value, JsonGenerator out, SerializationContext context) {
      out.writeRawValue(of(MAPPER.readValue(value.text(), Object.class), false).text());
    }
  }

  private static final class Escapes extends CharacterEscapes {
    private static final SerializableString REPLACEMENT = new SerializedString("\uFFFD");

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes[0] = ESCAPE_CUSTOM;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return character == 0 ? REPLACEMENT : null;
    }
  }
}
