package io.protoworks;

import static io.protoworks.JavaShapes.mayBeNull;
import static io.protoworks.JavaShapes.raw;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import io.protoworks.SchemaFindings.Rule;
import io.protoworks.platform.Connection;
import io.protoworks.platform.GraphDeclarations;
import io.protoworks.platform.Json;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what fields answer with what Java gives: a component of a record, an edge, the result of
 * a controller's method.
 */
final class SchemaOutputs {
  /** Which Java types a scalar is made of. */
  private static final Map<String, Set<Class<?>>> SCALARS =
      Map.of(
          "ID", Set.of(),
          "String", Set.of(String.class, InetAddress.class),
          "Int", Set.of(int.class, Integer.class),
          "Float", Set.of(double.class, Double.class, BigDecimal.class),
          "Boolean", Set.of(boolean.class, Boolean.class),
          "Long", Set.of(long.class, Long.class),
          "DateTime", Set.of(OffsetDateTime.class),
          "Date", Set.of(LocalDate.class),
          "Url", Set.of(URI.class, String.class),
          "JSON", Set.of(Json.class));

  private final GraphQLSchema schema;
  private final SchemaFindings findings;
  private final SchemaInputs inputs;
  private final Function<String, Optional<Class<?>>> classByName;
  private final Map<String, GraphDeclarations.Edge> edges;
  private final Map<String, Class<?>> nodes;

  SchemaOutputs(
      GraphQLSchema schema,
      GraphDeclarations graph,
      SchemaFindings findings,
      Function<String, Optional<Class<?>>> classByName) {
    this.schema = schema;
    this.findings = findings;
    this.inputs = new SchemaInputs(findings);
    this.classByName = classByName;
    edges =
        graph.edges().stream()
            .collect(Collectors.toMap(GraphDeclarations.Edge::coordinates, edge -> edge));
    nodes =
        graph.nodes().stream()
            .collect(
                Collectors.toMap(GraphDeclarations.Node::type, GraphDeclarations.Node::javaType));
  }

  /** A root field and the controller's method that answers it. */
  void root(String place, GraphQLFieldDefinition field, Method method) {
    inputs.ofMethod(place, field, method);
    findings.isNewUser(name(field.getType()), method.getDeclaringClass());
    AnnotatedType result = method.getAnnotatedReturnType();
    boolean stream = place.startsWith("Subscription.");
    output(place, field.getType(), stream ? JavaShapes.argument(result) : result);
  }

  /** An interface, all its types, and all their fields. */
  void several(GraphQLInterfaceType type, Class<?> java) {
    possible(type.getName(), type, schema.getImplementations(type), java);
  }

  private void output(String place, GraphQLType type, AnnotatedType java) {
    if (GraphQLTypeUtil.isNonNull(type) == mayBeNull(java)) {
      findings.problem(
          Rule.NULLNESS,
          place,
          "%s, but Java gives %s".formatted(GraphQLTypeUtil.simplePrint(type), java));
    }
    made(place, GraphQLTypeUtil.unwrapNonNull(type), java);
  }

  private void made(String place, GraphQLType type, AnnotatedType java) {
    switch (type) {
      case GraphQLList list ->
          JavaShapes.element(java)
              .ifPresentOrElse(
                  element -> output(place + "[]", list.getWrappedType(), element),
                  () -> findings.problem(Rule.MAPPED, place, "is a list, but Java gives " + java));
      case GraphQLScalarType scalar -> {
        if (!SCALARS.getOrDefault(scalar.getName(), Set.of()).contains(raw(java))) {
          findings.problem(
              Rule.SCALARS, place, "%s is made of %s".formatted(scalar.getName(), java));
        }
      }
      case GraphQLEnumType enumeration -> SchemaEnums.compare(findings, enumeration, raw(java));
      case GraphQLObjectType object when raw(java) == Connection.class -> {
        connection(place, object);
        output(place + ".nodes[]", nodeOf(object), JavaShapes.argument(java));
      }
      case GraphQLObjectType object -> fields(object, raw(java));
      case GraphQLInterfaceType several ->
          possible(place, several, schema.getImplementations(several), raw(java));
      case GraphQLUnionType several ->
          possible(
              place,
              several,
              several.getTypes().stream().map(GraphQLObjectType.class::cast).toList(),
              raw(java));
      default -> findings.problem(Rule.MAPPED, place, "unknown kind of output " + type);
    }
  }

  /** An interface or a union is told apart by the names of the classes, or by what is a node. */
  private void possible(
      String place, GraphQLNamedOutputType several, List<GraphQLObjectType> types, Class<?> java) {
    if (!findings.isNew(several.getName(), java)) {
      return;
    }
    for (GraphQLObjectType type : types) {
      Optional<Class<?>> found = javaType(type.getName());
      if (found.isEmpty() || !java.isAssignableFrom(found.get())) {
        findings.problem(
            Rule.MAPPED,
            place,
            "%s is no %s of Java".formatted(type.getName(), java.getSimpleName()));
      } else {
        fields(type, found.get());
      }
    }
  }

  private Optional<Class<?>> javaType(String type) {
    Class<?> node = nodes.get(type);
    return node != null ? Optional.of(node) : classByName.apply(type);
  }

  private void connection(String place, GraphQLObjectType type) {
    if (findings.isNew(type.getName(), Connection.class)) {
      findings.isNew(type.getName().replaceFirst("Connection$", "Edge"), Connection.Edge.class);
      fields(schema.getObjectType("PageInfo"), Connection.PageInfo.class);
    }
    if (!type.getName().equals(name(nodeOf(type)) + "Connection")) {
      findings.problem(Rule.MAPPED, place, "is a " + type.getName());
    }
  }

  private static GraphQLType nodeOf(GraphQLObjectType connection) {
    GraphQLList nodes =
        (GraphQLList)
            GraphQLTypeUtil.unwrapNonNull(connection.getFieldDefinition("nodes").getType());
    return nodes.getWrappedType();
  }

  private void fields(GraphQLObjectType type, Class<?> java) {
    if (!findings.isNew(type.getName(), java)) {
      return;
    }
    for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
      String place = type.getName() + "." + field.getName();
      GraphDeclarations.Edge edge = edges.get(place);
      if (edge != null) {
        edge(place, field, edge, java);
      } else if (type.getName().endsWith("Payload")) {
        payload(place, field, java);
      } else if (!isNodeId(type, field)) {
        component(place, field, java);
      }
    }
  }

  private boolean isNodeId(GraphQLObjectType type, GraphQLFieldDefinition field) {
    return field.getName().equals("id") && nodes.containsKey(type.getName());
  }

  private void component(String place, GraphQLFieldDefinition field, Class<?> java) {
    findings.isNewUser(name(field.getType()), java);
    accessor(place, field, java)
        .ifPresent(method -> output(place, field.getType(), method.getAnnotatedReturnType()));
  }

  /** A payload has nothing but its errors when it was refused. */
  private void payload(String place, GraphQLFieldDefinition field, Class<?> java) {
    if (field.getName().equals("errors")) {
      if (!GraphQLTypeUtil.simplePrint(field.getType()).equals("[UserError!]!")) {
        findings.problem(Rule.NULLNESS, place, "is not [UserError!]!");
      }
      return;
    }
    if (GraphQLTypeUtil.isNonNull(field.getType())) {
      findings.problem(Rule.NULLNESS, place, "is null when refused");
    }
    accessor(place, field, java)
        .ifPresent(method -> made(place, field.getType(), method.getAnnotatedReturnType()));
  }

  private Optional<Method> accessor(String place, GraphQLFieldDefinition field, Class<?> java) {
    Optional<Method> accessor = JavaShapes.accessor(java, field.getName());
    if (accessor.isEmpty()) {
      findings.problem(Rule.MAPPED, place, "neither an edge nor part of " + java.getName());
    }
    if (!field.getArguments().isEmpty()) {
      findings.problem(Rule.ARGUMENTS, place, "has arguments, but is no edge");
    }
    return accessor;
  }

  private void edge(
      String place, GraphQLFieldDefinition field, GraphDeclarations.Edge edge, Class<?> parent) {
    inputs.ofRecord(place, field, edge.arguments(), edge.declaredBy());
    String target = name(field.getType());
    findings.isNewUser(target, edge.declaredBy());
    boolean needed = GraphQLTypeUtil.isNonNull(field.getType());
    if (edge.alwaysThere() || target.endsWith("Connection")) {
      if (!needed) {
        findings.problem(Rule.NULLNESS, place, "is never null");
      }
    } else if (nodes.containsKey(target)) {
      key(parent, field.getName())
          .filter(key -> mayBeNull(key.getAnnotatedType()) == needed)
          .filter(key -> needed || !edge.mayHide())
          .ifPresent(
              key ->
                  findings.problem(
                      Rule.NULLNESS,
                      place,
                      "%s, but its key is %s"
                          .formatted(
                              GraphQLTypeUtil.simplePrint(field.getType()),
                              key.getAnnotatedType())));
    }
    if (schema.getType(target) instanceof GraphQLObjectType object) {
      named(place, object);
    } else if (schema.getType(target) instanceof GraphQLEnumType enumeration) {
      classByName
          .apply(target)
          .ifPresentOrElse(
              java -> SchemaEnums.compare(findings, enumeration, java),
              () -> findings.problem(Rule.ENUMS, place, "no enum of Java is a " + target));
    }
  }

  /** The component that holds the id of what an edge leads to. */
  private static Optional<RecordComponent> key(Class<?> parent, String field) {
    return Stream.of(field, field + "Id")
        .flatMap(name -> JavaShapes.component(parent, name).stream())
        .filter(component -> component.getType() == UUID.class)
        .findFirst();
  }

  private void named(String place, GraphQLObjectType type) {
    if (type.getName().endsWith("Connection")) {
      connection(place, type);
      named(place, schema.getObjectType(name(nodeOf(type))));
      return;
    }
    javaType(type.getName())
        .ifPresentOrElse(
            java -> fields(type, java),
            () -> findings.problem(Rule.MAPPED, place, "no class of Java is a " + type.getName()));
  }

  private static String name(GraphQLType type) {
    return ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(type)).getName();
  }
}
