package io.protoworks.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Makes register files for the tests, good and bad, and reads them whole. */
public final class RegisterFiles {

  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  private RegisterFiles() {}

  static Path csv(Path folder, String content) throws IOException {
    return csv(folder, content, UTF_8);
  }

  static Path csv(Path folder, String content, Charset charset) throws IOException {
    return bytes(folder, content.getBytes(charset));
  }

  static Path bytes(Path folder, byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "register", ".dat"), content);
  }

  /** The parts of a workbook with one sheet, "Register", of these rows; without shared strings. */
  static Map<String, String> parts(String... rows) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "<Types/>");
    parts.put("xl/workbook.xml", workbook("<sheet name=\"Register\" sheetId=\"1\" r:id=\"r1\"/>"));
    parts.put("xl/_rels/workbook.xml.rels", relations(relation("r1", "worksheet", "sheet1.xml")));
    parts.put("xl/sheet1.xml", sheet(rows));
    return parts;
  }

  static String workbook(String sheets) {
    return "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
        .formatted(MAIN, RELATION, sheets);
  }

  static String relations(String... relations) {
    return "<Relationships>" + String.join("", relations) + "</Relationships>";
  }

  static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATION, type, target);
  }

  static String sheet(String... rows) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>")
        .formatted(MAIN, String.join("", rows));
  }

  /** A row of text cells. */
  public static String row(String... cells) {
    return row(Stream.of(cells).map(RegisterFiles::textCell).toList());
  }

  static String row(List<String> cells) {
    return "<row>" + String.join("", cells) + "</row>";
  }

  static String textCell(String text) {
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  static Path zip(Path folder, Map<String, String> parts) throws IOException {
    Path file = Files.createTempFile(folder, "register", ".dat");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }

  public static Path xlsx(Path folder, String... rows) throws IOException {
    return zip(folder, parts(rows));
  }

  /** A workbook whose sheet is a beginning, then a piece many times over. */
  public static Path repeating(Path folder, String start, String piece, int times)
      throws IOException {
    Path file = Files.createTempFile(folder, "register", ".dat");
    Map<String, String> parts = parts();
    parts.remove("xl/sheet1.xml");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
      zip.putNextEntry(new ZipEntry("xl/sheet1.xml"));
      repeat(zip, start, piece, times);
    }
    return file;
  }

  static void repeat(OutputStream output, String start, String piece, int times)
      throws IOException {
    output.write(start.getBytes(UTF_8));
    byte[] bytes = piece.getBytes(UTF_8);
    for (int count = 0; count < times; count++) {
      output.write(bytes);
    }
  }

  static RegisterLayout layout(Path file) throws IOException {
    return layout(file, RegisterOptions.DETECT);
  }

  static RegisterLayout layout(Path file, RegisterOptions options) throws IOException {
    try (RegisterReader reader = RegisterReader.open(file, options, RegisterLimits.DEFAULTS)) {
      return reader.layout();
    }
  }

  static List<RegisterRow> rows(Path file) throws IOException {
    return rows(file, RegisterOptions.DETECT);
  }

  static List<RegisterRow> rows(Path file, RegisterOptions options) throws IOException {
    return rows(file, options, RegisterLimits.DEFAULTS);
  }

  static List<RegisterRow> rows(Path file, RegisterOptions options, RegisterLimits limits)
      throws IOException {
    List<RegisterRow> rows = new ArrayList<>();
    try (RegisterReader reader = RegisterReader.open(file, options, limits)) {
      RegisterRow row = reader.next();
      while (row != null) {
        rows.add(row);
        row = reader.next();
      }
    }
    return rows;
  }

  static List<List<String>> cells(Path file) throws IOException {
    return rows(file).stream().map(RegisterRow::cells).toList();
  }

  static RegisterRefusedException refusal(ThrowingCallable call) {
    return catchThrowableOfType(RegisterRefusedException.class, call);
  }

  static RegisterRefusal refusalOf(Path file) {
    return refusalOf(file, RegisterLimits.DEFAULTS);
  }

  static RegisterRefusal refusalOf(Path file, RegisterLimits limits) {
    return refusal(() -> rows(file, RegisterOptions.DETECT, limits)).refusal();
  }
}
