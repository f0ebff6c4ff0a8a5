package io.protoworks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a statement, or the body of a function, names: tables that it writes, tables that it reads,
 * and the schemas of functions and types that it uses.
 */
final class SqlPlaces {
  private static final Pattern QUOTED =
      Pattern.compile("'(?:[^']|'')*'|--[^\\n]*|/\\*(?s:.*?)\\*/");
  private static final Pattern RAISED = Pattern.compile("(?i)\\braise\\b[^;]*;");
  private static final Pattern NAMED_QUERY =
      Pattern.compile(
          "(?i)\\b(\\w+)(?:\\s*\\([\\w\\s,]*\\))?\\s+as\\s+(?:(?:not\\s+)?materialized\\s+)?\\(");
  private static final Pattern USED =
      Pattern.compile("\\b(\\w+)\\.\\w+\\s*\\(|::\\s*(\\w+)\\.\\w+");
  private static final Pattern TOKEN = Pattern.compile("[\\w.]+|\\S");

  /** Before what is read or, with other words before them, written. */
  private static final Set<String> LEADS_TO_PLACE =
      Set.of("from", "join", "using", "into", "update", "truncate");

  /** What may stand between such a word and the place. */
  private static final Set<String> BESIDE_THE_PLACE = Set.of("only", "lateral", "table");

  private static final Set<String> ENDS_THE_LIST =
      Set.of(
          "where",
          "group",
          "having",
          "order",
          "limit",
          "offset",
          "fetch",
          "window",
          "for",
          "union",
          "intersect",
          "except",
          "returning",
          "set",
          "select",
          "values",
          "loop",
          "then",
          ";");

  /** Functions that take their arguments with {@code from} between them. */
  private static final Set<String> TAKE_FROM =
      Set.of("extract", "substring", "trim", "overlay", "position");

  private final Set<String> written = new TreeSet<>();
  private final Set<String> read = new TreeSet<>();
  private final Set<String> used = new TreeSet<>();
  private final Set<String> named;
  private final List<String> tokens;

  /** One pair of parentheses: what stood before it, and the list of places that it is in. */
  private static final class Level {
    private final String opener;
    private boolean isListed;
    private boolean isWritten;

    Level(String opener) {
      this.opener = opener;
    }

    void begin(boolean isOfWritten) {
      isListed = true;
      isWritten = isOfWritten;
    }
  }

  private SqlPlaces(String sql) {
    String plain =
        RAISED
            .matcher(QUOTED.matcher(sql).replaceAll("''"))
            .replaceAll("")
            .replaceAll("\\s+", " ")
            .replace("\"", "");
    named =
        NAMED_QUERY
            .matcher(plain)
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    tokens = TOKEN.matcher(plain).results().map(MatchResult::group).toList();
    USED.matcher(plain)
        .results()
        .forEach(found -> used.add(found.group(1) == null ? found.group(2) : found.group(1)));
  }

  static SqlPlaces of(String sql) {
    SqlPlaces places = new SqlPlaces(sql);
    places.walk();
    return places;
  }

  /** The tables that are written, as they are named. */
  Set<String> written() {
    return written;
  }

  /** The tables that are read, as they are named, but for queries that the statement names. */
  Set<String> read() {
    return read;
  }

  /** The schemas of the functions that are called and of the types that are cast to. */
  Set<String> used() {
    return used;
  }

  private void walk() {
    Deque<Level> levels = new ArrayDeque<>(List.of(new Level("")));
    for (int index = 0; index < tokens.size(); index++) {
      String word = word(index);
      Level level = levels.element();
      if (word.equals("(")) {
        levels.push(new Level(word(index - 1)));
      } else if (word.equals(")")) {
        levels.pop();
      } else if (leadsToPlace(index, level)) {
        level.begin(isWriting(index));
        place(index + 1, level.isWritten);
      } else if (word.equals(",") && level.isListed) {
        place(index + 1, level.isWritten);
      } else if (ENDS_THE_LIST.contains(word)) {
        level.isListed = false;
      }
    }
  }

  private boolean leadsToPlace(int index, Level level) {
    String before = word(index - 1);
    return LEADS_TO_PLACE.contains(word(index))
        && switch (word(index)) {
          case "from" -> !before.equals("distinct") && !TAKE_FROM.contains(level.opener);
          case "into" -> before.equals("insert") || before.equals("merge");
          case "update" -> !Set.of("for", "key", "do").contains(before);
          default -> true;
        };
  }

  private boolean isWriting(int index) {
    String word = word(index);
    return !Set.of("from", "join", "using").contains(word)
        || (word.equals("from") && word(index - 1).equals("delete"));
  }

  /** The place at an index, if it is one and not a query or a function that answers rows. */
  private void place(int index, boolean isWritten) {
    int at = index;
    while (BESIDE_THE_PLACE.contains(word(at))) {
      at++;
    }
    String place = word(at);
    boolean isCalled = !isWritten && word(at + 1).equals("(");
    if (place.matches("[\\w.]+") && !isCalled && !named.contains(place)) {
      (isWritten ? written : read).add(place);
    }
  }

  private String word(int index) {
    return index < 0 || index >= tokens.size() ? "" : tokens.get(index).toLowerCase(Locale.ROOT);
  }
}
