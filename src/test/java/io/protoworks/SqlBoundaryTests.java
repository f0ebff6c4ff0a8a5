package io.protoworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.testing.ServerTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A module writes its own tables, and reads its own and those of the modules that it may use. */
@ServerTest
class SqlBoundaryTests {
  private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'|--[^\\n]*");
  private static final Pattern OTHER_MEANINGS =
      Pattern.compile(
          "\\bdistinct from\\b|\\bfor (no key )?update\\b|\\bdo update\\b"
              + "|\\b(extract|substring|trim|overlay|position)\\s*\\([^()]*\\bfrom\\b");
  private static final Pattern WRITTEN =
      Pattern.compile("\\b(?:insert into|update|delete from|merge into|truncate)\\s+([\\w.]+)");
  private static final Pattern READ =
      Pattern.compile("\\b(?:from|join|using)\\s+(?:only\\s+|lateral\\s+)?([\\w.]+)(\\s*\\()?");
  private static final Pattern NAMED_QUERY =
      Pattern.compile(
          "\\b(\\w+)(?:\\s*\\([\\w\\s,]*\\))?\\s+as\\s+(?:(?:not\\s+)?materialized\\s+)?\\(");
  private static final Pattern CALLED = Pattern.compile("\\b(\\w+)\\.\\w+\\s*\\(");

  @Autowired SqlSessionFactory sessions;

  @TestFactory
  Stream<DynamicTest> everyStatementStaysWithinItsModule() throws IOException {
    Map<String, Set<String>> dependencies = Modules.dependencies();
    return MapperStatements.mappers(sessions.getConfiguration()).stream()
        .map(
            mapper ->
                DynamicTest.dynamicTest(
                    mapper.getSimpleName(),
                    () ->
                        staysWithin(
                            mapper, dependencies.getOrDefault(Modules.of(mapper), Set.of()))));
  }

  private void staysWithin(Class<?> mapper, Set<String> dependencies) {
    String own = Modules.of(mapper);
    Set<String> readable = new TreeSet<>(dependencies);
    readable.add(own);
    Arrays.stream(mapper.getDeclaredMethods())
        .flatMap(
            method -> MapperStatements.shapes(sessions.getConfiguration(), mapper, method).stream())
        .map(shape -> plain(shape.sql()))
        .forEach(
            sql -> {
              assertThat(schemas(WRITTEN, sql)).as("written by%n%s", sql).isSubsetOf(own);
              assertThat(schemas(READ, sql)).as("read by%n%s", sql).isSubsetOf(readable);
              assertThat(schemas(CALLED, sql)).as("called by%n%s", sql).isSubsetOf(readable);
            });
  }

  private static String plain(String sql) {
    String text = QUOTED.matcher(sql).replaceAll("''");
    return OTHER_MEANINGS.matcher(text.replaceAll("\\s+", " ")).replaceAll("").strip();
  }

  /** The schemas of what is named; what has none is itself, unless the statement names it. */
  private static Set<String> schemas(Pattern place, String sql) {
    Set<String> named =
        NAMED_QUERY.matcher(sql).results().map(found -> found.group(1)).collect(Collectors.toSet());
    Set<String> schemas = new TreeSet<>();
    Matcher matcher = place.matcher(sql);
    while (matcher.find()) {
      String target = matcher.group(1);
      boolean called = matcher.groupCount() > 1 && matcher.group(2) != null;
      if (place == CALLED || target.contains(".")) {
        schemas.add(target.replaceFirst("\\..*", ""));
      } else if (!called && !named.contains(target)) {
        schemas.add("no schema: " + target);
      }
    }
    return schemas;
  }
}
