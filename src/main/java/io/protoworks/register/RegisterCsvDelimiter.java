package io.protoworks.register;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the delimiter of a CSV file from its beginning: the one that cuts most lines into the same
 * number of cells, counts for more the more cells they are and the more of the names in the header
 * it makes readable. What stands in quotes is not looked at, and decimal commas lose to semicolons.
 */
final class RegisterCsvDelimiter {

  private static final String CANDIDATES = ",;\t|";
  private static final Pattern HINT =
      Pattern.compile("sep=([^\"\r\n])[\r\n].*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final int MAX_LINES = 100;

  private RegisterCsvDelimiter() {}

  /**
   * The delimiter; a comma if nothing speaks for any.
   *
   * @param start the first characters of the file
   * @param complete whether they are all of it; otherwise the last line may be cut off
   */
  static char detect(String start, boolean complete, RegisterLimits limits, RegisterWords words)
      throws IOException {
    Matcher hint = HINT.matcher(start);
    if (hint.matches()) {
      return hint.group(1).charAt(0);
    }
    List<int[]> lines = count(start, complete);
    char best = CANDIDATES.charAt(0);
    double bestScore = 0;
    for (int index = 0; index < CANDIDATES.length(); index++) {
      char candidate = CANDIDATES.charAt(index);
      double evenness = evenness(lines, index);
      if (evenness > 0) {
        double score = evenness * (1 + knownNames(start, candidate, limits, words));
        if (score > bestScore) {
          best = candidate;
          bestScore = score;
        }
      }
    }
    return best;
  }

  /** How often each candidate stands outside of quotes, for each line that is not empty. */
  private static List<int[]> count(String start, boolean complete) {
    List<int[]> lines = new ArrayList<>();
    int[] line = new int[CANDIDATES.length()];
    boolean quoted = false;
    char previous = '\n';
    for (int index = 0; index < start.length() && lines.size() < MAX_LINES; index++) {
      char character = start.charAt(index);
      boolean lineEnds = !quoted && (character == '\n' || character == '\r');
      if (character == '"') {
        quoted = !quoted && (previous == '"' || beginsCell(previous));
      } else if (lineEnds && !isLineEnd(previous)) {
        lines.add(line);
        line = new int[CANDIDATES.length()];
      } else if (!quoted && CANDIDATES.indexOf(character) >= 0) {
        line[CANDIDATES.indexOf(character)]++;
      }
      previous = character;
    }
    if (lines.isEmpty() || (complete && !isLineEnd(previous))) {
      lines.add(line);
    }
    return lines;
  }

  private static boolean beginsCell(char previous) {
    return isLineEnd(previous) || CANDIDATES.indexOf(previous) >= 0;
  }

  private static boolean isLineEnd(char character) {
    return character == '\n' || character == '\r';
  }

  private static double evenness(List<int[]> lines, int candidate) {
    Map<Integer, Integer> linesByCount = new HashMap<>();
    for (int[] line : lines) {
      linesByCount.merge(line[candidate], 1, Integer::sum);
    }
    double best = 0;
    for (Map.Entry<Integer, Integer> entry : linesByCount.entrySet()) {
      double share = (double) entry.getValue() / lines.size();
      best = Math.max(best, share * share * entry.getKey());
    }
    return best;
  }

  private static int knownNames(
      String start, char candidate, RegisterLimits limits, RegisterWords words) throws IOException {
    try (RegisterSource source =
        new RegisterCsvSource(new StringReader(start), candidate, limits)) {
      RegisterHeader header = RegisterSample.take(source, null, words).header();
      return header == null ? 0 : header.knownNames(words);
    } catch (RegisterRefusedException overLimit) {
      // A wrong delimiter easily makes a cell too long; such a file has no names to read.
      return 0;
    }
  }
}
