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
 * @param file where it stands
 * @param document what is asked
 * @param caller who asks: the keeper, where the file does not begin with {@code # as …}
 */
public record CorpusQuery(Path file, String document, String caller) {
  static final Path FOLDER = Path.of("src/test/resources/corpus");

  private static final Pattern CALLER = Pattern.compile("\\A# as (\\w+)\\R");
  private static final String QUERY = ".graphql";

  /** All of them, by module and name. */
  public static List<CorpusQuery> all() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(QUERY))
          .sorted()
          .map(CorpusQuery::read)
          .toList();
    }
  }

  private static CorpusQuery read(Path file) {
    try {
      String document = Files.readString(file);
      Matcher caller = CALLER.matcher(document);
      return new CorpusQuery(file, document, caller.find() ? caller.group(1) : "keeper");
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
    return FOLDER.relativize(file).getName(0).toString();
  }

  /** {@code plant/hierarchy}. */
  public String name() {
    return FOLDER.relativize(file).toString().replaceFirst(QUERY + "$", "");
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
