package io.protoworks.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.protoworks.register.RegisterField;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A register of as many tags as are asked for: the {@link CompressorRegister} over and over, each
 * time as another train with areas, systems and loops of its own, and a discipline for each tag.
 */
final class PlantWideRegister {
  static final List<String> DISCIPLINES = List.of("INS", "ELE", "MEC", "PIP");

  private static final int LEADING_COLUMNS = 12;
  private static final int COLUMNS = 47;

  static final List<FieldMapping> MAPPING =
      List.of(
          new FieldMapping(RegisterField.AREA_CODE, "REG_AREA_ID", null),
          new FieldMapping(RegisterField.SYSTEM_CODE, "REG_SYSTEM_ID", null),
          new FieldMapping(RegisterField.SUBSYSTEM_CODE, "REG_TAG_LOOP", "GENERAL"),
          new FieldMapping(RegisterField.TAG_ID, "REG_TAG_NAME", null),
          new FieldMapping(RegisterField.APPLICATION, "REG_TAG_DESC", null),
          new FieldMapping(RegisterField.DISCIPLINE_CODE, "REG_DISCIPLINE", null),
          new FieldMapping(RegisterField.ACTIVE, "REG_TAG_ISACTIVE", null));

  private PlantWideRegister() {}

  /** A tag and where it belongs. */
  record Tag(
      String areaCode,
      String systemCode,
      String subsystemCode,
      String tagId,
      String application,
      String disciplineCode) {}

  static Stream<Tag> tags(int count) {
    return IntStream.range(0, count).mapToObj(PlantWideRegister::tag);
  }

  private static Tag tag(int number) {
    int train = number / CompressorRegister.TAGS + 10;
    int index = number % CompressorRegister.TAGS;
    return new Tag(
        train + "-" + CompressorRegister.areaOf(index),
        train + "-" + CompressorRegister.systemOf(index),
        CompressorRegister.subsystemOf(index),
        train + "-" + CompressorRegister.tagId(index),
        "1ST STAGE COMPRESSOR, TRAIN %d, POINT %d".formatted(train, index % 569),
        DISCIPLINES.get(index % DISCIPLINES.size()));
  }

  /** Writes the register as a maintenance system exports it. */
  static Path write(Path file, int count) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file, UTF_8)) {
      writer.write(
          "STATUS,RES_ID,SOURCE_DB,SOURCE_TABLE,REG_AREA_ID,REG_SYSTEM_ID,REG_TAG_CREATED_DATE,"
              + "REG_TAG_DESC,REG_TAG_ISACTIVE,REG_TAG_LOOP,REG_TAG_NAME,REG_DISCIPLINE"
              + trailing("REG_EXTRA_%d")
              + "\r\n");
      for (Tag tag : (Iterable<Tag>) tags(count)::iterator) {
        writer.write(line(tag));
      }
    }
    return file;
  }

  private static String line(Tag tag) {
    boolean inNoLoop = tag.subsystemCode().equals("GENERAL");
    return String.join(
            ",",
            "1211",
            "",
            "maintenance",
            "reg.tag",
            tag.areaCode(),
            tag.systemCode(),
            "26/06/2009 15:36",
            '"' + tag.application() + '"',
            "1",
            inNoLoop ? "" : tag.subsystemCode(),
            tag.tagId(),
            tag.disciplineCode())
        + trailing("8137")
        + "\r\n";
  }

  private static String trailing(String cell) {
    StringBuilder cells = new StringBuilder();
    for (int column = LEADING_COLUMNS; column < COLUMNS; column++) {
      cells.append(',').append(cell.formatted(column));
    }
    return cells.toString();
  }
}
