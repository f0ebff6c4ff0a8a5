package io.protoworks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a walk over the schema and its Java side found out. */
final class SchemaFindings {
  /** What can be wrong. */
  enum Rule {
    MAPPED,
    ARGUMENTS,
    INPUTS,
    ENUMS,
    NULLNESS,
    SCALARS,
    UNIONS
  }

  private final Map<Rule, List<String>> problems = new EnumMap<>(Rule.class);
  private final Map<String, Optional<Class<?>>> nouns = new LinkedHashMap<>();
  private final Map<String, Set<Class<?>>> javaTypes = new LinkedHashMap<>();
  private final Map<String, Set<Class<?>>> users = new LinkedHashMap<>();

  void problem(Rule rule, String place, String what) {
    problems.computeIfAbsent(rule, key -> new ArrayList<>()).add(place + ": " + what);
  }

  List<String> problems(Rule rule) {
    return problems.getOrDefault(rule, List.of());
  }

  /** Notes what an id is of: an argument {@code Query.upload(id)} or a field of an input. */
  void noun(String place, Optional<Class<?>> noun) {
    nouns.put(place, noun);
  }

  /** What each id of arguments and inputs is of; nothing for one that may be of anything. */
  Map<String, Optional<Class<?>>> nouns() {
    return nouns;
  }

  /** Notes which class a type of the graph is; true when that is new. */
  boolean isNew(String type, Class<?> javaType) {
    return javaTypes.computeIfAbsent(type, key -> new LinkedHashSet<>()).add(javaType);
  }

  /**
   * Notes which controller, edges or record take an input or give a type; true when that is new.
   */
  boolean isNewUser(String type, Class<?> user) {
    return users.computeIfAbsent(type, key -> new LinkedHashSet<>()).add(user);
  }

  /** The classes that a type of the graph is; none for one that nothing leads to. */
  Set<Class<?>> javaTypes(String type) {
    return javaTypes.getOrDefault(type, Set.of());
  }

  /** The controllers, edges and records that take an input or give a type. */
  Set<Class<?>> users(String type) {
    return users.getOrDefault(type, Set.of());
  }
}
