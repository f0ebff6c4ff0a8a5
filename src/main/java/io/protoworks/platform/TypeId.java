package io.protoworks.platform;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The global form of an id, {@code equipment_01h455vb4pex5vsknk084sn02q}: the type's prefix, an
 * underscore, and the UUID as 26 letters of Crockford's base 32 (the TypeID specification, version
 * 0.3).
 */
public record TypeId(String prefix, UUID uuid) {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int SUFFIX_LENGTH = 26;
  private static final Pattern FORM =
      Pattern.compile("([a-z](?:[a-z_]{0,61}[a-z])?)_([0-7][0-9a-hjkmnp-tv-z]{25})");

  /** Reads a global id; anything else than exactly that form is a bad request. */
  public static TypeId parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw Failure.badRequest(
          "“%s” is not an id; an id looks like area_01h455vb4pex5vsknk084sn02q."
              .formatted(Texts.abbreviate(text, 60)));
    }
    return new TypeId(form.group(1), decode(form.group(2)));
  }

  @Override
  public String toString() {
    return prefix + "_" + encode(uuid);
  }

  private static String encode(UUID uuid) {
    long high = uuid.getMostSignificantBits();
    long low = uuid.getLeastSignificantBits();
    char[] letters = new char[SUFFIX_LENGTH];
    for (int position = SUFFIX_LENGTH - 1; position >= 0; position--) {
      letters[position] = ALPHABET.charAt((int) (low & 31));
      low = (low >>> 5) | (high << 59);
      high >>>= 5;
    }
    return new String(letters);
  }

  private static UUID decode(String suffix) {
    long high = 0;
    long low = 0;
    for (int position = 0; position < SUFFIX_LENGTH; position++) {
      high = (high << 5) | (low >>> 59);
      low = (low << 5) | ALPHABET.indexOf(suffix.charAt(position));
    }
    return new UUID(high, low);
  }
}
