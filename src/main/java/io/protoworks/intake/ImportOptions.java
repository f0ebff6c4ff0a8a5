package io.protoworks.intake;

import io.protoworks.register.RegisterDateOrder;
import io.protoworks.register.RegisterOptions;
import io.protoworks.register.RegisterRefusal;
import io.protoworks.register.RegisterRefusedException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the caller knows about a register file, as the graph and {@code import_jobs} have it. */
record ImportOptions(
    @Nullable String charset,
    @Nullable String delimiter,
    @Nullable String sheet,
    @Nullable Integer headerRow,
    @Nullable RegisterDateOrder dateOrder,
    @Nullable List<String> blankMarkers) {
  static final ImportOptions DETECT = new ImportOptions(null, null, null, null, null, null);

  /**
   * The same as the reader takes it.
   *
   * @throws RegisterRefusedException if an option means nothing
   */
  RegisterOptions toRegisterOptions() {
    return new RegisterOptions(
        charset == null ? null : charsetOf(charset),
        delimiter == null ? null : delimiterOf(delimiter),
        sheet,
        headerRow == null ? null : headerRow.longValue(),
        dateOrder == null ? RegisterDateOrder.DAY_FIRST : dateOrder,
        blankMarkers == null ? RegisterOptions.DEFAULT_BLANK_MARKERS : Set.copyOf(blankMarkers));
  }

  private static Charset charsetOf(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      throw new RegisterRefusedException(
          RegisterRefusal.INVALID_OPTION,
          "There is no character set \"%s\": choose one such as UTF-8 or windows-1252."
              .formatted(name));
    }
  }

  private static char delimiterOf(String text) {
    if (text.length() != 1) {
      throw new RegisterRefusedException(
          RegisterRefusal.INVALID_OPTION, "A delimiter is one character, such as ; or a tab.");
    }
    return text.charAt(0);
  }
}
