package io.protoworks.register;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The row that names the columns.
 *
 * @param rowNumber where it stands in the file
 * @param names as they stand there, without outer blanks; a column without a name has the empty one
 */
record RegisterHeader(long rowNumber, List<String> names) {

  private static final int MAX_NAME_LENGTH = 100;
  private static final int WEIGHT_OF_KNOWN_NAME = 10;
  private static final double NEARLY = 0.8;

  static RegisterHeader of(RegisterRow row) {
    return new RegisterHeader(
        row.rowNumber(), row.cells().stream().map(RegisterValues::trim).toList());
  }

  /**
   * The likeliest header among the first rows of a file: the one with the most names that are known
   * words for the table's fields, or else the first with about the most different names. Titles
   * above it are shorter, and data below it has numbers, blanks and repetitions. Null if no row has
   * a name in it.
   */
  static @Nullable RegisterHeader find(List<RegisterRow> rows, RegisterWords words) {
    List<RegisterHeader> candidates = rows.stream().map(RegisterHeader::of).toList();
    int[] scores = candidates.stream().mapToInt(header -> header.score(words)).toArray();
    int best = IntStream.of(scores).max().orElse(0);
    for (int index = 0; best > 0 && index < scores.length; index++) {
      if (scores[index] >= best * NEARLY) {
        return candidates.get(index);
      }
    }
    return null;
  }

  /**
   * How many different fields of the table its names are known words for. A label (<code>Area:
   * </code>) or a value (<code>active</code>) is no name.
   */
  int knownNames(RegisterWords words) {
    return (int)
        names.stream()
            .filter(RegisterHeader::looksLikeName)
            .filter(name -> !name.endsWith(":") && RegisterValues.yesOrNo(name) == null)
            .map(words::meaningOf)
            .filter(Objects::nonNull)
            .distinct()
            .count();
  }

  /**
   * @throws RegisterRefusedException if two columns have the same name, or none has one
   */
  void requireUsable() {
    Map<String, Integer> columns = new HashMap<>();
    for (int column = 0; column < names.size(); column++) {
      String name = names.get(column);
      Integer earlier =
          name.isEmpty() ? null : columns.putIfAbsent(RegisterValues.normalise(name), column);
      if (earlier != null) {
        throw new RegisterRefusedException(
            RegisterRefusal.DUPLICATE_HEADER,
            "Columns %d and %d of row %d are both named \"%s\": rename one of them."
                .formatted(earlier + 1, column + 1, rowNumber, shown(name)));
      }
    }
    if (columns.isEmpty()) {
      throw new RegisterRefusedException(
          RegisterRefusal.NO_HEADER,
          "Row %d has no names of columns: say which row has them.".formatted(rowNumber));
    }
  }

  private static String shown(String name) {
    return RegisterValues.truncate(name, MAX_NAME_LENGTH);
  }

  private int score(RegisterWords words) {
    Set<String> different = new HashSet<>();
    int repeated = 0;
    for (String name : names) {
      if (looksLikeName(name) && !different.add(RegisterValues.normalise(name))) {
        repeated++;
      }
    }
    int known = different.isEmpty() ? 0 : knownNames(words);
    return different.size() - repeated + known * WEIGHT_OF_KNOWN_NAME;
  }

  private static boolean looksLikeName(String cell) {
    return !cell.isEmpty()
        && cell.length() <= MAX_NAME_LENGTH
        && !RegisterOptions.DEFAULT_BLANK_MARKERS.contains(RegisterValues.normalise(cell))
        && cell.chars().anyMatch(Character::isLetter);
  }
}
