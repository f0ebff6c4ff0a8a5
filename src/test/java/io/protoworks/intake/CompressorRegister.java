package io.protoworks.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.protoworks.register.RegisterField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A register of the shape that a maintenance system exports of one compressor: 47 columns, dates
 * day first, 1,106 rows of which three have no tag, 13 areas, 17 pairs of area and system, 175
 * loops in 182 places, 550 tags without a loop, 60 of them marked inactive.
 */
final class CompressorRegister {
  static final int ROWS = 1_106;
  static final int TAGS = 1_103;
  static final int AREAS = 13;
  static final int SYSTEMS = 17;
  static final int SUBSYSTEMS = 199;

  private static final int WITHOUT_LOOP = 550;
  private static final int INACTIVE = 60;
  private static final int LOOPS = 175;
  private static final int PLACES_OF_LOOPS = SUBSYSTEMS - SYSTEMS;
  private static final List<Integer> ROWS_WITHOUT_TAG = List.of(7, 400, 1_105);

  private static final String LEADING_HEADERS =
      "STATUS,RES_ID,SOURCE_DB,SOURCE_TABLE,REG_AREA_ID,REG_CATEGORY_ID,REG_CONTRACTOR_ID,"
          + "REG_FUNC_CODE_ID,REG_LOCATION_ID,REG_PO_ID,REG_ELEMENT_ID,REG_SYSTEM_ID,"
          + "REG_TAG_CREATED_DATE,REG_TAG_CRITICALLINE,REG_TAG_DESC,REG_TAG_GLOBALID,"
          + "REG_TAG_HISTORY,REG_TAG_ID,REG_TAG_ANCESTOR,REG_TAG_ISACTIVE,REG_TAG_OWNED,"
          + "REG_TAG_LOOP,REG_TAG_MAINID,REG_TAG_NAME,REG_TAG_UPDATED_BY,REG_TAG_UPDATED_DATE";
  private static final int LEADING_COLUMNS = 26;
  private static final int COLUMNS = 47;

  /** The columns that an import of it needs. */
  static final List<FieldMapping> MAPPING =
      List.of(
          new FieldMapping(RegisterField.AREA_CODE, "REG_AREA_ID", null),
          new FieldMapping(RegisterField.SYSTEM_CODE, "REG_SYSTEM_ID", null),
          new FieldMapping(RegisterField.SUBSYSTEM_CODE, "REG_TAG_LOOP", "GENERAL"),
          new FieldMapping(RegisterField.TAG_ID, "REG_TAG_NAME", null),
          new FieldMapping(RegisterField.APPLICATION, "REG_TAG_DESC", null),
          new FieldMapping(RegisterField.ACTIVE, "REG_TAG_ISACTIVE", null));

  private CompressorRegister() {}

  static byte[] bytes() {
    List<String> lines = new ArrayList<>();
    lines.add(LEADING_HEADERS + trailing("REG_EXTRA_%d"));
    int tag = 0;
    for (int row = 0; row < ROWS; row++) {
      lines.add(ROWS_WITHOUT_TAG.contains(row) ? rowWithoutTag() : rowOfTag(tag++));
    }
    return (String.join("\r\n", lines) + "\r\n").getBytes(UTF_8);
  }

  /** The tag of the n-th row that has one. */
  static String tagId(int index) {
    return "23-TE-%05d-%02d".formatted(90_000 + index / 4, index % 4 + 1);
  }

  static String areaOf(int index) {
    return String.valueOf(1_580 + pairOf(index) % AREAS);
  }

  static String systemOf(int index) {
    return String.valueOf(4_440 + pairOf(index) / AREAS);
  }

  static String subsystemOf(int index) {
    return index < WITHOUT_LOOP ? "GENERAL" : loopOf(index);
  }

  private static int pairOf(int index) {
    return index < WITHOUT_LOOP ? index % SYSTEMS : placeOf(index) % SYSTEMS;
  }

  private static int placeOf(int index) {
    return (index - WITHOUT_LOOP) % PLACES_OF_LOOPS;
  }

  private static String loopOf(int index) {
    return String.valueOf(96_000 + placeOf(index) % LOOPS);
  }

  private static String rowOfTag(int index) {
    String loop = index < WITHOUT_LOOP ? "" : loopOf(index);
    String active = index < INACTIVE ? "0" : "1";
    return String.format(
            Locale.ROOT,
            "1211,,maintenance,reg.tag,%s,1116,1686,4564,1004,8309,,%s,26/06/2009 15:36,N,"
                + "\"1ST STAGE, POINT %d\",%d,Y,%d,345637,%s,0,%s,681760,%s,8137,11/07/2014 09:25",
            areaOf(index),
            systemOf(index),
            index % 569,
            1_000_000_000_000_000L + index,
            346_000 + index,
            active,
            loop,
            tagId(index))
        + trailing("");
  }

  private static String rowWithoutTag() {
    return "1211,,maintenance,reg.system" + ",".repeat(LEADING_COLUMNS - 4) + trailing("");
  }

  private static String trailing(String name) {
    StringBuilder cells = new StringBuilder();
    for (int column = LEADING_COLUMNS; column < COLUMNS; column++) {
      cells.append(',').append(name.formatted(column));
    }
    return cells.toString();
  }
}
