package io.protoworks.register;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * An XLSX workbook: its sheets, and what their cells refer to. Macros, links and drawings are never
 * looked at.
 */
final class RegisterWorkbook implements AutoCloseable {

  static final String WORKBOOK_PART = "xl/workbook.xml";

  private static final String RELATIONS_PART = "xl/_rels/workbook.xml.rels";
  private static final String FOLDER = "xl/";
  private static final long MAX_SMALL_PART_BYTES = 16L << 20;
  private static final int MAX_SHEETS = 1_000;

  private final RegisterZip zip;
  private final RegisterLimits limits;

  /** The parts of the sheets that a person sees, by their names. */
  private final SequencedMap<String, String> sheetParts = new LinkedHashMap<>();

  private final List<RegisterNumberFormat> formats = new ArrayList<>();
  private RegisterSharedStrings strings = RegisterSharedStrings.none();
  private boolean countsFrom1904;

  private RegisterWorkbook(RegisterZip zip, RegisterLimits limits) {
    this.zip = zip;
    this.limits = limits;
  }

  static RegisterWorkbook open(Path file, RegisterLimits limits) throws IOException {
    RegisterZip zip = RegisterZip.open(file, limits);
    try {
      RegisterWorkbook workbook = new RegisterWorkbook(zip, limits);
      workbook.readParts();
      return workbook;
    } catch (IOException | RuntimeException failure) {
      zip.close();
      throw failure;
    }
  }

  List<String> sheetNames() {
    return List.copyOf(sheetParts.keySet());
  }

  /** The rows of a sheet of {@link #sheetNames()}. */
  RegisterSource openSheet(String name) throws IOException {
    String part = sheetParts.get(name);
    if (part == null) {
      throw new IllegalArgumentException("no sheet " + name);
    }
    RegisterXml xml = new RegisterXml(zip.read(part, limits.maxUncompressedBytes()));
    return new RegisterSheetSource(xml, strings, formats, countsFrom1904, limits);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private void readParts() throws IOException {
    Map<String, String> sheetPartsById = new HashMap<>();
    String stringsPart = null;
    String stylesPart = null;
    try (RegisterXml xml = small(RELATIONS_PART)) {
      while (xml.toNextElement()) {
        String id = xml.attribute("Id");
        String type = xml.attribute("Type");
        String target = xml.attribute("Target");
        if (id == null || type == null || target == null) {
          continue;
        }
        switch (type.substring(type.lastIndexOf('/') + 1)) {
          case "worksheet" -> sheetPartsById.put(id, resolve(target));
          case "sharedStrings" -> stringsPart = resolve(target);
          case "styles" -> stylesPart = resolve(target);
          default -> {}
        }
      }
    }
    readSheets(sheetPartsById);
    readStyles(stylesPart);
    if (stringsPart != null && zip.has(stringsPart)) {
      try (RegisterXml xml =
          new RegisterXml(zip.read(stringsPart, limits.maxSharedStringsBytes()))) {
        strings = RegisterSharedStrings.read(xml, limits);
      }
    }
  }

  private static String resolve(String target) {
    return target.startsWith("/") ? target.substring(1) : FOLDER + target;
  }

  private RegisterXml small(String part) throws IOException {
    return new RegisterXml(zip.read(part, MAX_SMALL_PART_BYTES));
  }

  private void readSheets(Map<String, String> partsById) throws IOException {
    SequencedMap<String, String> hidden = new LinkedHashMap<>();
    try (RegisterXml xml = small(WORKBOOK_PART)) {
      while (xml.toNextElement()) {
        if (xml.name().equals("workbookPr")) {
          countsFrom1904 = isTrue(xml.attribute("date1904"));
        }
        String name = xml.attribute("name");
        String part = partsById.get(xml.attribute("id"));
        if (xml.name().equals("sheet") && name != null && part != null) {
          String state = xml.attribute("state");
          boolean visible = state == null || state.equals("visible");
          (visible ? sheetParts : hidden).putIfAbsent(name, part);
          refuseTooMany(sheetParts.size() + hidden.size());
        }
      }
    }
    sheetParts.putAll(sheetParts.isEmpty() ? hidden : Map.of());
    if (sheetParts.isEmpty()) {
      throw RegisterZip.damaged();
    }
  }

  private static void refuseTooMany(int sheets) {
    if (sheets > MAX_SHEETS) {
      throw new RegisterRefusedException(
          RegisterRefusal.TOO_MANY_PARTS,
          "The workbook has more than %d sheets: copy the register into a new one."
              .formatted(MAX_SHEETS));
    }
  }

  private void readStyles(@Nullable String part) throws IOException {
    if (part == null || !zip.has(part)) {
      return;
    }
    Map<Integer, RegisterNumberFormat> ownFormats = new HashMap<>();
    boolean isCellFormat = false;
    try (RegisterXml xml = small(part)) {
      while (xml.toNextElement()) {
        switch (xml.name()) {
          case "numFmt" -> {
            String code = xml.attribute("formatCode");
            if (code != null) {
              ownFormats.put(number(xml.attribute("numFmtId")), RegisterNumberFormat.ofCode(code));
            }
          }
          case "cellXfs" -> isCellFormat = true;
          case "cellStyles" -> isCellFormat = false;
          case "xf" -> {
            if (isCellFormat) {
              int id = number(xml.attribute("numFmtId"));
              RegisterNumberFormat own = ownFormats.get(id);
              formats.add(own == null ? RegisterNumberFormat.builtIn(id) : own);
            }
          }
          default -> {}
        }
      }
    }
  }

  private static boolean isTrue(@Nullable String value) {
    return value != null && (value.equals("1") || value.equals("true"));
  }

  private static int number(@Nullable String value) {
    try {
      return value == null ? 0 : Integer.parseInt(value);
    } catch (NumberFormatException noNumber) {
      throw RegisterZip.damaged();
    }
  }
}
