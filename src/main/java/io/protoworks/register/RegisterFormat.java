package io.protoworks.register;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The formats a register is read from. A file's content says which it is, never its name. */
public enum RegisterFormat {
  CSV("text/csv;charset=UTF-8"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private static final int PREFIX_LENGTH = 8192;
  private static final String ZIP = "PK\u0003\u0004";
  private static final String EMPTY_ZIP = "PK\u0005\u0006";
  private static final String OLE = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

  /** How files begin that are neither, a character for each byte. */
  private static final Map<String, RegisterRefusal> SIGNATURES =
      Map.ofEntries(
          Map.entry("%PDF", RegisterRefusal.OTHER_DOCUMENT),
          Map.entry("{\\rtf", RegisterRefusal.OTHER_DOCUMENT),
          Map.entry("\u0089PNG", RegisterRefusal.IMAGE),
          Map.entry("\u00FF\u00D8\u00FF", RegisterRefusal.IMAGE),
          Map.entry("GIF8", RegisterRefusal.IMAGE),
          Map.entry("II*\0", RegisterRefusal.IMAGE),
          Map.entry("MM\0*", RegisterRefusal.IMAGE),
          Map.entry(EMPTY_ZIP, RegisterRefusal.ARCHIVE),
          Map.entry("\u001F\u008B", RegisterRefusal.ARCHIVE),
          Map.entry("7z\u00BC\u00AF", RegisterRefusal.ARCHIVE),
          Map.entry("Rar!", RegisterRefusal.ARCHIVE));

  private static final List<String> MARKUP_STARTS =
      List.of("<?xml", "<!doctype", "<html", "<head", "<meta", "<table", "<workbook");

  private final String mediaType;

  RegisterFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The type that a file of the format is sent with. */
  public String mediaType() {
    return mediaType;
  }

  /** How the name of a file of the format ends, without the dot. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a file whose name ends so. */
  public static Optional<RegisterFormat> ofExtension(String extension) {
    return Stream.of(values()).filter(format -> format.extension().equals(extension)).findFirst();
  }

  /**
   * The format of a file.
   *
   * @throws RegisterRefusedException if it is none of them, with what it seems to be
   */
  static RegisterFormat recognise(Path file, RegisterOptions options, RegisterLimits limits)
      throws IOException {
    long size = Files.size(file);
    if (size == 0) {
      throw new RegisterRefusedException(
          RegisterRefusal.EMPTY_FILE, "The file is empty: send one that holds the register.");
    }
    if (size > limits.maxFileBytes()) {
      throw new RegisterRefusedException(
          RegisterRefusal.FILE_TOO_LARGE,
          "The file has %d bytes, and %d are allowed: send it in parts."
              .formatted(size, limits.maxFileBytes()));
    }
    String prefix = prefixOf(file);
    if (prefix.startsWith(ZIP)) {
      requireWorkbook(file, prefix, limits);
      return XLSX;
    }
    if (prefix.startsWith(OLE)) {
      throw refuseOle(file);
    }
    requireText(prefix, options);
    return CSV;
  }

  /** The first bytes, a character each. */
  private static String prefixOf(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return new String(bytes.readNBytes(PREFIX_LENGTH), ISO_8859_1);
    }
  }

  private static void requireWorkbook(Path file, String prefix, RegisterLimits limits)
      throws IOException {
    boolean encrypted = prefix.length() > 6 && (prefix.charAt(6) & 1) != 0;
    if (encrypted) {
      throw refuse(RegisterRefusal.ENCRYPTED_WORKBOOK);
    }
    try (RegisterZip zip = RegisterZip.open(file, limits)) {
      if (zip.has("[Content_Types].xml") && zip.has(RegisterWorkbook.WORKBOOK_PART)) {
        return;
      }
      if (zip.has("xl/workbook.bin")) {
        throw refuse(RegisterRefusal.BINARY_WORKBOOK);
      }
      if (zip.has("mimetype") && zip.has("content.xml")) {
        throw refuse(RegisterRefusal.OPEN_DOCUMENT);
      }
      if (zip.has("[Content_Types].xml")) {
        throw refuse(RegisterRefusal.OTHER_DOCUMENT);
      }
      throw refuse(RegisterRefusal.ARCHIVE);
    }
  }

  /** Office keeps an encrypted workbook as a stream of this name inside the old container. */
  private static RegisterRefusedException refuseOle(Path file) throws IOException {
    String encrypted = new String("EncryptedPackage".getBytes(UTF_16LE), ISO_8859_1);
    String carried = "";
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] block = bytes.readNBytes(PREFIX_LENGTH);
      while (block.length > 0) {
        String text = carried + new String(block, ISO_8859_1);
        if (text.contains(encrypted)) {
          return refuse(RegisterRefusal.ENCRYPTED_WORKBOOK);
        }
        carried = text.substring(Math.max(0, text.length() - encrypted.length()));
        block = bytes.readNBytes(PREFIX_LENGTH);
      }
    }
    return refuse(RegisterRefusal.LEGACY_WORKBOOK);
  }

  private static void requireText(String prefix, RegisterOptions options) {
    for (Map.Entry<String, RegisterRefusal> signature : SIGNATURES.entrySet()) {
      if (prefix.startsWith(signature.getKey())) {
        throw refuse(signature.getValue());
      }
    }
    String start =
        RegisterValues.trim(prefix.startsWith("\u00EF\u00BB\u00BF") ? prefix.substring(3) : prefix)
            .toLowerCase(Locale.ROOT);
    if (MARKUP_STARTS.stream().anyMatch(start::startsWith)) {
      throw refuse(RegisterRefusal.MARKUP);
    }
    if (prefix.indexOf('\0') >= 0 && !mayHoldNuls(prefix, options.charset())) {
      throw refuse(RegisterRefusal.UNKNOWN_BINARY);
    }
  }

  private static boolean mayHoldNuls(String prefix, @Nullable Charset chosen) {
    return prefix.startsWith("\u00FF\u00FE")
        || prefix.startsWith("\u00FE\u00FF")
        || (chosen != null && chosen.name().startsWith("UTF-16"));
  }

  private static RegisterRefusedException refuse(RegisterRefusal refusal) {
    String what =
        switch (refusal) {
          case LEGACY_WORKBOOK -> "an old workbook (.xls)";
          case ENCRYPTED_WORKBOOK -> "a workbook that is protected by a password";
          case BINARY_WORKBOOK -> "a binary workbook (.xlsb)";
          case OPEN_DOCUMENT -> "an OpenDocument file";
          case OTHER_DOCUMENT -> "a document and no table";
          case IMAGE -> "a picture";
          case ARCHIVE -> "an archive of files";
          case MARKUP -> "HTML or XML";
          default -> "no text and of no known format";
        };
    return new RegisterRefusedException(
        refusal, "The file is " + what + ": save the register as CSV or XLSX, without a password.");
  }
}
