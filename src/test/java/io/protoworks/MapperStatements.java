package io.protoworks;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private MapperStatements() {}

  static List<Class<?>> mappers(Configuration configuration) {
    return List.copyOf(configuration.getMapperRegistry().getMappers());
  }

  /** The different texts that a mapper's statement can have. */
  static List<Shape> shapes(Configuration configuration, Class<?> mapper, Method method) {
    MappedStatement statement =
        configuration.getMappedStatement(mapper.getName() + "." + method.getName());
    Map<String, Shape> byText = new LinkedHashMap<>();
    for (int variant = 0; variant < SampleValues.VARIANTS; variant++) {
      Object parameter = parameter(method, new SampleValues(variant));
      BoundSql bound = statement.getBoundSql(parameter);
      byText.putIfAbsent(bound.getSql(), new Shape(method, statement, parameter, bound));
    }
    return List.copyOf(byText.values());
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
