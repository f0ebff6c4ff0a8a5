package io.protoworks;

import static io.protoworks.JavaShapes.mayBeNull;
import static io.protoworks.JavaShapes.raw;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.protoworks.SchemaFindings.Rule;
import io.protoworks.platform.Id;
import io.protoworks.platform.Json;
import io.protoworks.platform.NodeId;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;

/** Compares arguments and inputs with the parameters and records that they bind to. */
final class SchemaInputs {
  /** Which Java types a scalar of an input binds to. */
  private static final Map<String, Set<Class<?>>> SCALARS =
      Map.of(
          "ID", Set.of(Id.class, NodeId.class, String.class),
          "String", Set.of(String.class),
          "Int", Set.of(int.class, Integer.class),
          "Float", Set.of(double.class, Double.class, BigDecimal.class),
          "Boolean", Set.of(boolean.class, Boolean.class),
          "Long", Set.of(long.class, Long.class),
          "DateTime", Set.of(OffsetDateTime.class),
          "Date", Set.of(LocalDate.class),
          "Url", Set.of(URI.class, String.class),
          "JSON", Set.of(Json.class, Map.class, Object.class));

  private final SchemaFindings findings;

  SchemaInputs(SchemaFindings findings) {
    this.findings = findings;
  }

  /** A root field's arguments are the parameters of its method. */
  void ofMethod(String place, GraphQLFieldDefinition field, Method method) {
    Set<String> known = new HashSet<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(Argument.class)) {
        known.add(parameter.getName());
        argument(
            place,
            field,
            parameter.getName(),
            parameter.getAnnotatedType(),
            method.getDeclaringClass());
      } else if (parameter.isAnnotationPresent(Arguments.class)) {
        known.addAll(components(place, field, parameter.getType(), method.getDeclaringClass()));
      }
    }
    everyOneIsKnown(place, field, known);
  }

  /** An edge's arguments are the components of its record. */
  void ofRecord(String place, GraphQLFieldDefinition field, Class<?> arguments, Class<?> user) {
    everyOneIsKnown(place, field, components(place, field, arguments, user));
  }

  private void everyOneIsKnown(String place, GraphQLFieldDefinition field, Set<String> known) {
    field.getArguments().stream()
        .map(GraphQLArgument::getName)
        .filter(name -> !known.contains(name))
        .forEach(name -> findings.problem(Rule.ARGUMENTS, place, name + " is read by nothing"));
  }

  private Set<String> components(
      String place, GraphQLFieldDefinition field, Class<?> arguments, Class<?> user) {
    Set<String> known = new HashSet<>();
    for (RecordComponent component : arguments.getRecordComponents()) {
      known.add(component.getName());
      argument(place, field, component.getName(), component.getAnnotatedType(), user);
    }
    return known;
  }

  private void argument(
      String place, GraphQLFieldDefinition field, String name, AnnotatedType java, Class<?> user) {
    GraphQLArgument argument = field.getArgument(name);
    if (argument == null) {
      findings.problem(Rule.ARGUMENTS, place, "the schema has no argument " + name);
    } else {
      String argumentPlace = "%s(%s)".formatted(place, name);
      noun(argumentPlace, argument.getType(), java, java);
      input(argumentPlace, argument.getType(), java, user);
    }
  }

  /** Notes what an id, or each of several, is of. */
  private void noun(String place, GraphQLType type, AnnotatedType java, AnnotatedType holder) {
    if (GraphQLTypeUtil.unwrapAll(type).equals(Scalars.GraphQLID)) {
      findings.noun(place, JavaShapes.noun(JavaShapes.element(java).orElse(java), holder));
    }
  }

  private void input(String place, GraphQLType type, AnnotatedType java, Class<?> user) {
    if (GraphQLTypeUtil.isNonNull(type) == mayBeNull(java)) {
      findings.problem(
          Rule.NULLNESS,
          place,
          "%s, but Java takes %s".formatted(GraphQLTypeUtil.simplePrint(type), java));
    }
    bound(place, GraphQLTypeUtil.unwrapNonNull(type), java, user);
  }

  private void bound(String place, GraphQLType type, AnnotatedType java, Class<?> user) {
    switch (type) {
      case GraphQLList list ->
          JavaShapes.element(java)
              .ifPresentOrElse(
                  element -> input(place + "[]", list.getWrappedType(), element, user),
                  () -> findings.problem(Rule.INPUTS, place, "is a list, but Java takes " + java));
      case GraphQLScalarType scalar -> {
        if (!SCALARS.getOrDefault(scalar.getName(), Set.of()).contains(raw(java))) {
          findings.problem(Rule.SCALARS, place, "%s binds to %s".formatted(scalar.getName(), java));
        }
      }
      case GraphQLEnumType enumeration -> enumeration(enumeration, raw(java), user);
      case GraphQLInputObjectType input -> fields(place, input, java, user);
      default -> findings.problem(Rule.INPUTS, place, "unknown kind of input " + type);
    }
  }

  private void enumeration(GraphQLEnumType type, Class<?> java, Class<?> user) {
    findings.isNewUser(type.getName(), user);
    SchemaEnums.compare(findings, type, java);
  }

  private void fields(
      String place, GraphQLInputObjectType type, AnnotatedType holder, Class<?> user) {
    Class<?> java = raw(holder);
    boolean newUser = findings.isNewUser(type.getName(), user);
    if (!findings.isNew(type.getName(), java) && !newUser) {
      return;
    }
    if (!java.isRecord()) {
      findings.problem(Rule.INPUTS, place, "%s is no record".formatted(java));
      return;
    }
    for (GraphQLInputObjectField field : type.getFields()) {
      String fieldPlace = type.getName() + "." + field.getName();
      JavaShapes.component(java, field.getName())
          .map(RecordComponent::getAnnotatedType)
          .ifPresentOrElse(
              component -> {
                noun(fieldPlace, field.getType(), component, holder);
                input(fieldPlace, field.getType(), component, user);
              },
              () ->
                  findings.problem(
                      Rule.INPUTS,
                      fieldPlace,
                      "%s has no such component".formatted(java.getName())));
    }
    List<String> names = type.getFields().stream().map(GraphQLInputObjectField::getName).toList();
    Arrays.stream(java.getRecordComponents())
        .map(RecordComponent::getName)
        .filter(name -> !names.contains(name))
        .forEach(
            name ->
                findings.problem(
                    Rule.INPUTS,
                    type.getName(),
                    "the schema has no field %s of %s".formatted(name, java.getName())));
  }
}
