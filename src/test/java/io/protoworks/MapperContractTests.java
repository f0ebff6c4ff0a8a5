package io.protoworks;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.MapperStatements.Shape;
import io.protoworks.platform.Row;
import io.protoworks.testing.ServerTest;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Every mapper is its file: the same name, the same statements, and SQL that the database knows.
 */
@ServerTest
class MapperContractTests {
  private static final Pattern STATEMENT = Pattern.compile("select|insert|update|delete");
  private static final Pattern FORBIDDEN =
      Pattern.compile("\\$\\{|<foreach|<association|<collection|jdbcType|<resultMap|<selectKey");
  private static final Set<String> CONDITIONAL = Set.of("if", "when", "otherwise");
  private static final Pattern PARAMETER = Pattern.compile("#\\{[^}]*}");

  @Autowired SqlSessionFactory sessions;
  @Autowired DataSource dataSource;

  private Configuration configuration() {
    return sessions.getConfiguration();
  }

  private static Element xml(Class<?> mapper) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory
        .newDocumentBuilder()
        .parse(MapperStatements.file(mapper).toFile())
        .getDocumentElement();
  }

  @Test
  void everyMapperHasItsFileInItsModulesFolder() throws IOException {
    List<Path> expected =
        MapperStatements.mappers(configuration()).stream().map(MapperStatements::file).toList();
    try (Stream<Path> files = Files.walk(Path.of("mappers"))) {
      assertThat(files.filter(Files::isRegularFile).toList())
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyFileIsTheMapperOfItsName() {
    return mappers(
        mapper -> {
          Element root = xml(mapper);
          assertThat(root.getAttribute("namespace")).isEqualTo(mapper.getName());
          assertThat(
                  elements(root)
                      .filter(element -> STATEMENT.matcher(element.getTagName()).matches())
                      .map(element -> element.getAttribute("id")))
              .containsExactlyInAnyOrderElementsOf(
                  Arrays.stream(mapper.getDeclaredMethods()).map(Method::getName).toList());
          assertThat(Files.readString(MapperStatements.file(mapper)))
              .doesNotContainPattern(FORBIDDEN);
        });
  }

  @TestFactory
  Stream<DynamicTest> everyStatementIsKnownToTheDatabaseInEachOfItsShapes() {
    return MapperStatements.mappers(configuration()).stream()
        .flatMap(mapper -> Arrays.stream(mapper.getDeclaredMethods()))
        .map(
            method ->
                DynamicTest.dynamicTest(
                    "%s.%s".formatted(method.getDeclaringClass().getSimpleName(), method.getName()),
                    () -> prepare(method)));
  }

  private void prepare(Method method) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      for (Shape shape :
          MapperStatements.shapes(configuration(), method.getDeclaringClass(), method)) {
        try (PreparedStatement statement = connection.prepareStatement(shape.sql())) {
          configuration()
              .newParameterHandler(shape.statement(), shape.parameter(), shape.bound())
              .setParameters(statement);
          assertThat(labels(statement.getMetaData()))
              .as(shape.sql())
              .isEqualTo(expectedLabels(shape, statement));
        }
      }
    }
  }

  /** The names of the row's components, which the columns must have and stand in the order of. */
  private static List<String> expectedLabels(Shape shape, PreparedStatement statement)
      throws SQLException {
    if (shape.statement().getSqlCommandType() != SqlCommandType.SELECT) {
      return List.of();
    }
    Class<?> result = shape.statement().getResultMaps().getFirst().getType();
    List<String> labels = labels(statement.getMetaData());
    if (Row.class.isAssignableFrom(result)) {
      return columns(result);
    }
    assertThat(labels).as(shape.sql()).hasSize(1);
    return labels;
  }

  private static List<String> columns(Class<?> row) {
    return Arrays.stream(row.getRecordComponents()).flatMap(MapperContractTests::columns).toList();
  }

  private static Stream<String> columns(RecordComponent component) {
    return Row.class.isAssignableFrom(component.getType())
        ? columns(component.getType()).stream()
        : Stream.of(component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
  }

  private static List<String> labels(@Nullable ResultSetMetaData columns) throws SQLException {
    List<String> labels = new ArrayList<>();
    for (int column = 1; columns != null && column <= columns.getColumnCount(); column++) {
      labels.add(columns.getColumnLabel(column));
    }
    return labels;
  }

  /** What no shape contains was never shown to the database. */
  @TestFactory
  Stream<DynamicTest> everyConditionalPartIsInSomeShape() {
    return mappers(
        mapper -> {
          String shapes =
              Arrays.stream(mapper.getDeclaredMethods())
                  .flatMap(
                      method -> MapperStatements.shapes(configuration(), mapper, method).stream())
                  .map(shape -> normal(shape.sql()))
                  .collect(Collectors.joining(" ; "));
          NodeList all = xml(mapper).getElementsByTagName("*");
          assertThat(
                  IntStream.range(0, all.getLength())
                      .mapToObj(index -> (Element) all.item(index))
                      .filter(element -> CONDITIONAL.contains(element.getTagName()))
                      .flatMap(MapperContractTests::texts)
                      .filter(text -> !shapes.contains(text)))
              .as("what no shape contains")
              .isEmpty();
        });
  }

  /** An element's own pieces of SQL, without the word that a surrounding where or set cuts off. */
  private static Stream<String> texts(Element element) {
    return children(element)
        .filter(node -> node.getNodeType() == Node.TEXT_NODE)
        .map(node -> normal(node.getTextContent()).replaceFirst("^(and|or) |,$", "").strip())
        .filter(text -> !text.isEmpty());
  }

  private static String normal(String sql) {
    return PARAMETER.matcher(sql).replaceAll("?").replaceAll("\\s+", " ").strip();
  }

  private static Stream<Element> elements(Element parent) {
    return children(parent).filter(Element.class::isInstance).map(Element.class::cast);
  }

  private static Stream<Node> children(Element parent) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
  }

  @FunctionalInterface
  private interface MapperCheck {
    void check(Class<?> mapper) throws Exception;
  }

  private Stream<DynamicTest> mappers(MapperCheck check) {
    return MapperStatements.mappers(configuration()).stream()
        .map(mapper -> DynamicTest.dynamicTest(mapper.getSimpleName(), () -> check.check(mapper)));
  }
}
