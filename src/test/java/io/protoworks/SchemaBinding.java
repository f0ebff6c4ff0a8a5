package io.protoworks;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import io.protoworks.SchemaFindings.Rule;
import io.protoworks.platform.GraphDeclarations;
import io.protoworks.testing.Fixture;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;

/** The schema and its Java side, as the started application has put them together. */
@Fixture
class SchemaBinding {
  private static final Map<String, List<Class<?>>> CLASSES = classes();

  /** The enums of what no field gives: the codes under {@code extensions.code}. */
  private static final List<String> CODES = List.of("ErrorCode", "UploadErrorCode");

  private final GraphQLSchema schema;
  private final GraphDeclarations graph;
  private final ApplicationContext context;

  SchemaBinding(GraphQlSource source, GraphDeclarations graph, ApplicationContext context) {
    this.schema = source.schema();
    this.graph = graph;
    this.context = context;
  }

  GraphQLSchema schema() {
    return schema;
  }

  GraphDeclarations graph() {
    return graph;
  }

  /** The methods that answer root fields, by the fields' coordinates. */
  Map<String, List<Method>> roots() {
    return controllers()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> AnnotatedElementUtils.hasAnnotation(method, SchemaMapping.class))
        .collect(
            Collectors.groupingBy(
                SchemaBinding::coordinates, LinkedHashMap::new, Collectors.toList()));
  }

  /** Walks the schema of the started application. */
  SchemaFindings walk() {
    return walk(schema);
  }

  /** Walks everything, from the roots, the interfaces and the types that have an id. */
  SchemaFindings walk(GraphQLSchema schema) {
    SchemaFindings findings = new SchemaFindings();
    var outputs = new SchemaOutputs(schema, graph, findings, SchemaBinding::classNamed);
    Map<String, List<Method>> roots = roots();
    for (String name : List.of("Query", "Mutation", "Subscription")) {
      for (GraphQLFieldDefinition field : schema.getObjectType(name).getFieldDefinitions()) {
        String place = name + "." + field.getName();
        List<Method> methods = roots.getOrDefault(place, List.of());
        if (methods.size() == 1) {
          outputs.root(place, field, methods.getFirst());
        } else {
          findings.problem(Rule.MAPPED, place, "is answered by " + methods);
        }
      }
    }
    for (GraphQLNamedType type : schema.getAllTypesAsList()) {
      if (type instanceof GraphQLInterfaceType several) {
        outputs.several(several, classNamed(several.getName()).orElse(Object.class));
      }
    }
    for (String codes : CODES) {
      classNamed(codes)
          .ifPresent(java -> SchemaEnums.compare(findings, enumNamed(schema, codes), java));
    }
    everythingOfJavaIsIn(schema, findings, roots);
    membersOfUnionsAgree(schema, findings);
    return findings;
  }

  private static GraphQLEnumType enumNamed(GraphQLSchema schema, String name) {
    return (GraphQLEnumType) Objects.requireNonNull(schema.getType(name), name);
  }

  /** Or whoever asks for a field of two members gets an error, and has to name them anew. */
  private static void membersOfUnionsAgree(GraphQLSchema schema, SchemaFindings findings) {
    for (GraphQLNamedType type : schema.getAllTypesAsList()) {
      if (type instanceof GraphQLUnionType union) {
        Map<String, GraphQLType> fields = new LinkedHashMap<>();
        union.getTypes().stream()
            .map(member -> schema.getObjectType(member.getName()))
            .flatMap(member -> member.getFieldDefinitions().stream())
            .forEach(
                field -> {
                  GraphQLType other = fields.putIfAbsent(field.getName(), field.getType());
                  if (other != null
                      && !GraphQLTypeUtil.simplePrint(other)
                          .equals(GraphQLTypeUtil.simplePrint(field.getType()))) {
                    findings.problem(
                        Rule.UNIONS,
                        union.getName() + "." + field.getName(),
                        "is of different types in its members");
                  }
                });
      }
    }
  }

  private void everythingOfJavaIsIn(
      GraphQLSchema schema, SchemaFindings findings, Map<String, List<Method>> roots) {
    List<String> declared = new ArrayList<>(roots.keySet());
    graph.edges().stream().map(GraphDeclarations.Edge::coordinates).forEach(declared::add);
    graph.nodes().stream().map(node -> node.type() + ".id").forEach(declared::add);
    declared.stream()
        .filter(coordinates -> !isIn(schema, coordinates))
        .forEach(coordinates -> findings.problem(Rule.MAPPED, coordinates, "is not in the schema"));
  }

  private static boolean isIn(GraphQLSchema schema, String coordinates) {
    String[] parts = coordinates.split("\\.", 2);
    GraphQLObjectType type = schema.getObjectType(parts[0]);
    return type != null && type.getFieldDefinition(parts[1]) != null;
  }

  private Stream<Class<?>> controllers() {
    return context.getBeansWithAnnotation(Controller.class).values().stream()
        .<Class<?>>map(ClassUtils::getUserClass)
        .filter(type -> type.getPackageName().startsWith(Modules.ROOT));
  }

  private static String coordinates(Method method) {
    SchemaMapping mapping = AnnotatedElementUtils.getMergedAnnotation(method, SchemaMapping.class);
    String field = mapping == null ? "" : mapping.field();
    return "%s.%s"
        .formatted(
            mapping == null ? "" : mapping.typeName(), field.isEmpty() ? method.getName() : field);
  }

  /** The one class of this simple name. */
  static Optional<Class<?>> classNamed(String name) {
    List<Class<?>> found = CLASSES.getOrDefault(name, List.of());
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** Our classes that implement something. */
  static Collection<Class<?>> implementing(Class<?> contract) {
    return CLASSES.values().stream()
        .flatMap(List::stream)
        .filter(type -> contract.isAssignableFrom(type) && !type.isInterface())
        .toList();
  }

  private static Map<String, List<Class<?>>> classes() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(Modules.ROOT)
            .stream()
            .filter(type -> !type.isAnonymousClass())
            .collect(
                Collectors.groupingBy(
                    JavaClass::getSimpleName,
                    Collectors.mapping(JavaClass::reflect, Collectors.toList())));
  }
}
