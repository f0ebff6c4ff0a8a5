package io.protoworks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Every statement of every mapper in all its shapes: asked with parameters that are there and that
 * are missing, that are true and false, and with each value of an enum.
 */
final class MapperStatements {
  /** One shape of a statement: its text, and the parameter that gives it. */
  record Shape(
      Method method, MappedStatement statement, @Nullable Object parameter, BoundSql bound) {
    String sql() {
      return bound.getSql();
    }
  }

  private static final Pattern COMPARED =
      Pattern.compile("(\\w+)(?:\\s*==\\s*|\\.startsWith\\()'([A-Z_]+)'");

  private MapperStatements() {}

  static List<Class<?>> mappers(Configuration configuration) {
    return List.copyOf(configuration.getMapperRegistry().getMappers());
  }

  /** The different texts that a mapper's statement can have. */
  static List<Shape> shapes(Configuration configuration, Class<?> mapper, Method method) {
    MappedStatement statement =
        configuration.getMappedStatement(mapper.getName() + "." + method.getName());
    Map<String, List<String>> words = wordsAskedFor(mapper);
    Map<String, Shape> byText = new LinkedHashMap<>();
    for (int variant = 0; variant < SampleValues.VARIANTS; variant++) {
      Object parameter = parameter(method, new SampleValues(variant, words));
      BoundSql bound = statement.getBoundSql(parameter);
      byText.putIfAbsent(bound.getSql(), new Shape(method, statement, parameter, bound));
    }
    return List.copyOf(byText.values());
  }

  /** Where the statements of a mapper are written. */
  static Path file(Class<?> mapper) {
    return Path.of("mappers", Modules.of(mapper), mapper.getSimpleName() + ".xml");
  }

  /** The words that a mapper's conditions compare texts with, by the names of the texts. */
  private static Map<String, List<String>> wordsAskedFor(Class<?> mapper) {
    try {
      return COMPARED
          .matcher(Files.readString(file(mapper)))
          .results()
          .collect(
              Collectors.groupingBy(
                  found -> found.group(1),
                  Collectors.mapping(found -> found.group(2), Collectors.toList())));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** What MyBatis would make of the arguments of a call. */
  private static @Nullable Object parameter(Method method, SampleValues values) {
    List<Parameter> parameters = Arrays.asList(method.getParameters());
    if (parameters.size() == 1 && !parameters.getFirst().isAnnotationPresent(Param.class)) {
      return values.of(parameters.getFirst().getAnnotatedType());
    }
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      Param name = parameter.getAnnotation(Param.class);
      if (name == null) {
        throw new AssertionError(method + " has a parameter without @Param");
      }
      named.put(name.value(), values.of(parameter.getAnnotatedType()));
    }
    return named;
  }
}
