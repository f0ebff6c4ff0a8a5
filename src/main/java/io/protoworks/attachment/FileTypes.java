package io.protoworks.attachment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Tells a file's media type by its first bytes; what its name or its sender says counts nothing.
 */
final class FileTypes {
  /** How many bytes are looked at. */
  static final int HEAD_LENGTH = 8192;

  static final String UNKNOWN = "application/octet-stream";
  private static final String TEXT = "text/plain";
  private static final String ZIP = "application/zip";
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  /** What can be attached to something. */
  static final Set<String> ATTACHABLE =
      Set.of("image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf");

  /** A mark that files of a type have at a place near their start, a character for each byte. */
  private record Mark(int offset, String bytes, String type) {}

  private static final List<Mark> MARKS =
      List.of(
          new Mark(0, "%PDF-", "application/pdf"),
          new Mark(0, "\u0089PNG\r\n\u001a\n", "image/png"),
          new Mark(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
          new Mark(0, "GIF8", "image/gif"),
          new Mark(8, "WEBP", "image/webp"),
          new Mark(4, "ftypheic", "image/heic"),
          new Mark(4, "ftypheix", "image/heic"),
          new Mark(4, "ftypmif1", "image/heic"),
          new Mark(
              0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "application/x-ole-storage"),
          new Mark(0, "\u001f\u008b", "application/gzip"),
          new Mark(0, "7z\u00bc\u00af", "application/x-7z-compressed"),
          new Mark(0, "Rar!", "application/vnd.rar"));

  private FileTypes() {}

  /** The type of a file that begins with these bytes. */
  static String recognise(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    for (Mark mark : MARKS) {
      if (start.startsWith(mark.bytes(), mark.offset())) {
        return mark.type();
      }
    }
    if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
      return zipType(start);
    }
    return isText(start) ? TEXT : UNKNOWN;
  }

  /** Names of entries stand uncompressed in a zip file, the first of them in its first bytes. */
  private static String zipType(String start) {
    if (start.contains("xl/")) {
      return OFFICE + "spreadsheetml.sheet";
    }
    if (start.contains("word/")) {
      return OFFICE + "wordprocessingml.document";
    }
    return ZIP;
  }

  private static boolean isText(String start) {
    boolean wide = start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
    return wide || start.indexOf('\0') < 0;
  }
}
