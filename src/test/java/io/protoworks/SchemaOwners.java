package io.protoworks;

import graphql.language.DirectiveDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import io.protoworks.SchemaFile.Defined;
import io.protoworks.platform.GraphDeclarations;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which module a definition or a field belongs to: the one whose Java resolves it. */
final class SchemaOwners {
  static final String PLATFORM = "platform";
  static final List<String> ROOTS = List.of("Query", "Mutation", "Subscription");

  private final SchemaFindings findings;
  private final Map<String, String> fields = new HashMap<>();

  SchemaOwners(SchemaBinding binding) {
    findings = binding.walk();
    binding
        .roots()
        .forEach(
            (field, methods) ->
                fields.put(field, Modules.of(methods.getFirst().getDeclaringClass())));
    for (GraphDeclarations.Edge edge : binding.graph().edges()) {
      fields.put(edge.coordinates(), Modules.of(edge.declaredBy()));
    }
  }

  /** All modules that resolve anything. */
  Set<String> modules() {
    return new TreeSet<>(fields.values());
  }

  /** The modules that may define this; none where nothing of Java is found for it. */
  Set<String> of(Defined defined) {
    if (ROOTS.contains(defined.name())
        || defined.definition() instanceof ScalarTypeDefinition
        || defined.definition() instanceof DirectiveDefinition
        || findings.javaTypes(defined.name()).contains(Object.class)
        || isOfThePlatform(findings.javaTypes(defined.name()))) {
      return Set.of(PLATFORM);
    }
    Set<String> ofJava = modules(findings.javaTypes(defined.name()));
    // A record of the platform, such as an id with a version, says nothing of whose it is; nor does
    // what comes from a module that resolves nothing.
    Set<String> ofUsers = modules(findings.users(defined.name()));
    boolean isAnybodys = ofJava.equals(Set.of(PLATFORM)) || Collections.disjoint(ofJava, modules());
    return isAnybodys && !ofUsers.isEmpty() ? ofUsers : ofJava;
  }

  /** An interface of the platform stays its own, whoever's records answer it. */
  private static boolean isOfThePlatform(Set<Class<?>> classes) {
    return classes.stream()
        .anyMatch(
            type ->
                type.isInterface()
                    && type.getPackageName().startsWith(Modules.ROOT)
                    && Modules.of(type).equals(PLATFORM));
  }

  private static Set<String> modules(Set<Class<?>> classes) {
    return classes.stream()
        .filter(type -> type.getPackageName().startsWith(Modules.ROOT))
        .map(Modules::of)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The fields of a definition that another module than this one resolves. */
  Stream<String> foreignFields(Defined defined, String module) {
    return fields(defined).stream()
        .map(field -> defined.name() + "." + field.getName())
        .filter(field -> !fields.getOrDefault(field, module).equals(module))
        .map(field -> "%s is resolved by %s".formatted(field, fields.get(field)));
  }

  static List<FieldDefinition> fields(Defined defined) {
    return switch (defined.definition()) {
      case ObjectTypeDefinition type -> type.getFieldDefinitions();
      case InterfaceTypeDefinition type -> type.getFieldDefinitions();
      default -> List.of();
    };
  }
}
