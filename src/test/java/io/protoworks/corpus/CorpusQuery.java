package io.protoworks.corpus;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A query of the corpus.
 *
 * @param name {@code plant/hierarchy}; with the caller where a file names several
 * @param document what is asked
 * @param caller who asks: the keeper, where the file does not begin with {@code # as …}
 */
public record CorpusQuery(String name, String document, String caller) {
  static final Path FOLDER = Path.of("src/test/resources/corpus");

  private static final Pattern CALLERS = Pattern.compile("\\A# as (\\w+(?:, \\w+)*)\\R");
  private static final String QUERY = ".graphql";

  /** All of them, by module and name. */
  public static List<CorpusQuery> all() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(QUERY))
          .sorted()
          .flatMap(CorpusQuery::read)
          .toList();
    }
  }

  /** One for each who asks it. */
  private static Stream<CorpusQuery> read(Path file) {
    try {
      String document = Files.readString(file);
      String name = FOLDER.relativize(file).toString().replaceFirst(QUERY + "$", "");
      Matcher named = CALLERS.matcher(document);
      List<String> callers =
          named.find() ? List.of(named.group(1).split(", ", -1)) : List.of("keeper");
      return callers.stream()
          .map(
              caller ->
                  new CorpusQuery(
                      callers.size() == 1 ? name : name + "-of-" + caller, document, caller));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The answers that have no query. */
  public static List<Path> leftOver() throws IOException {
    List<Path> expected = all().stream().map(CorpusQuery::expectation).toList();
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(QUERY) && !expected.contains(file))
          .toList();
    }
  }

  /** The module's folder. */
  public String module() {
    return name.substring(0, name.indexOf('/'));
  }

  public Path expectation() {
    return FOLDER.resolve(name() + ".json");
  }

  public Document parsed() {
    return Parser.parse(document);
  }

  /** The variables that the query declares, out of those that there are. */
  Map<String, Object> variables(Map<String, String> known) {
    Map<String, Object> variables = new LinkedHashMap<>();
    for (String name : variableNames()) {
      String value = known.get(name);
      if (value == null) {
        throw new AssertionError(
            "%s asks for $%s; there are %s".formatted(name(), name, known.keySet()));
      }
      variables.put(name, value);
    }
    return variables;
  }

  List<String> variableNames() {
    return parsed().getDefinitionsOfType(OperationDefinition.class).stream()
        .flatMap(operation -> operation.getVariableDefinitions().stream())
        .map(VariableDefinition::getName)
        .toList();
  }
}
