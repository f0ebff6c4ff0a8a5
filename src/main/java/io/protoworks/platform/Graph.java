package io.protoworks.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The graph's types and edges as data, as the modules declare them. {@link EdgeWiring} makes
 * fetchers of them; whatever else executes queries reads the same declarations.
 *
 * <p>Every batch function takes the viewer and the keys of all parents of a level, and costs one
 * statement.
 */
public final class Graph {
  /** Finds the rows of these ids that the viewer may see, in any order. */
  @FunctionalInterface
  public interface ByIds<T> {
    List<T> list(Viewer viewer, Collection<UUID> ids);
  }

  /** Finds the children of these parents that the viewer may see, in the order to show them. */
  @FunctionalInterface
  public interface Children<A, T> {
    List<T> list(Viewer viewer, Collection<UUID> parentIds, A arguments);
  }

  /** Finds a page of children for each of these parents. */
  @FunctionalInterface
  public interface Pages<A, T> {
    List<T> list(Viewer viewer, Collection<UUID> parentIds, A arguments, Page page);
  }

  /** Computes one value for each of these parents. */
  @FunctionalInterface
  public interface Values<A, V> {
    Map<UUID, V> compute(Viewer viewer, Collection<UUID> parentIds, A arguments);
  }

  /** An edge without arguments. */
  public record NoArguments() {}

  /** A type that has an id of its own and that {@code node} answers. */
  public record NodeType<T>(
      String name, String prefix, Class<T> javaType, Function<T, UUID> id, ByIds<T> visible) {
    String loader() {
      return loaderById(javaType);
    }

    String globalId(Object node) {
      return new TypeId(prefix, id.apply(javaType.cast(node))).toString();
    }
  }

  /**
   * One edge.
   *
   * @param loader names the mapping, as {@code equipmentsBySubsystem}
   * @param key the parent's key of this edge, null where the edge leads nowhere
   * @param arguments the record that the field's arguments are read into
   * @param values one value per key
   * @param absent the answer for a key without a value
   */
  public record Edge<P, A, V>(
      String parentType,
      String field,
      String loader,
      Function<P, @Nullable UUID> key,
      Class<A> arguments,
      Values<A, V> values,
      @Nullable V absent) {}

  /**
   * An edge that leads to several rows by ids that the parent holds, in their order.
   *
   * @param rows the edge that leads to one of them
   */
  public record Many<P, V>(Function<P, List<UUID>> keys, Edge<P, NoArguments, V> rows) {}

  /**
   * An edge that leads to an object of any type, by an id that the parent holds.
   *
   * @param target the object's id, null where the edge leads nowhere
   */
  public record Reference<P>(
      String parentType, String field, Function<P, @Nullable NodeId> target) {}

  /** How a connection's pages are cut: the order that applies, and each row's place in it. */
  public record Paging<A extends PageArguments, T>(
      Function<A, Page> page, Function<A, Connection.Place<T>> place) {}

  private final Map<Class<?>, NodeType<?>> nodesByJavaType = new LinkedHashMap<>();
  private final Map<String, NodeType<?>> nodesByPrefix = new LinkedHashMap<>();
  private final Map<String, NodeType<?>> nodesByName = new LinkedHashMap<>();
  private final List<Edge<?, ?, ?>> edges = new ArrayList<>();
  private final List<Many<?, ?>> manies = new ArrayList<>();
  private final List<Reference<?>> references = new ArrayList<>();
  private final IdentityHashMap<ByIds<?>, String> loaders = new IdentityHashMap<>();
  private final Map<Class<?>, List<ByIds<?>>> reached = new HashMap<>();

  /** Declares a type with an id; its prefix is the type's name in lower case with underscores. */
  public <T> void node(Class<T> javaType, String name, Function<T, UUID> id, ByIds<T> visible) {
    String prefix = name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT);
    NodeType<T> type = new NodeType<>(name, prefix, javaType, id, visible);
    nodesByJavaType.put(javaType, type);
    nodesByPrefix.put(prefix, type);
    nodesByName.put(name, type);
  }

  /**
   * Lets {@code node} answer also what a viewer reaches through objects of another module, which
   * the type's own module lies below and can't ask. It costs a statement for ids that the type's
   * own rule does not show. Lists, and edges that leave it to the target, stay as they are.
   */
  public <T> void reached(Class<T> javaType, ByIds<T> rows) {
    reached.computeIfAbsent(javaType, key -> new ArrayList<>()).add(rows);
  }

  /**
   * Leads to one row by an id that the parent holds; the target's visibility decides. All edges to
   * one type share a loader: what several of them ask for costs one statement, and is read once.
   */
  public <P, T> void one(
      String parentType, String field, Function<P, @Nullable UUID> key, Class<T> target) {
    edges.add(
        new Edge<>(
            parentType,
            field,
            loaderById(target),
            key,
            NoArguments.class,
            (viewer, ids, none) -> byId(nodeType(target), viewer, ids),
            null));
  }

  /**
   * Leads to one row by an id that the parent holds, seen because the parent is: the name of who
   * changed an equipment is shown to whoever sees the equipment. Edges that are given the same
   * object for their rows share a loader.
   */
  public <P, T> void one(
      String parentType,
      String field,
      Function<P, @Nullable UUID> key,
      ByIds<T> rows,
      Function<T, UUID> id) {
    edges.add(
        new Edge<P, NoArguments, T>(
            parentType,
            field,
            loaders.computeIfAbsent(rows, first -> field + "Of" + parentType),
            key,
            NoArguments.class,
            (viewer, ids, none) -> index(rows.list(viewer, ids), id),
            null));
  }

  /** Leads to rows by ids that the parent holds, seen because the parent is. */
  public <P, T> void many(
      String parentType,
      String field,
      Function<P, List<UUID>> keys,
      ByIds<T> rows,
      Function<T, UUID> id) {
    manies.add(
        new Many<>(
            keys,
            new Edge<P, NoArguments, T>(
                parentType,
                field,
                field + "Of" + parentType,
                parent -> null,
                NoArguments.class,
                (viewer, ids, none) -> index(rows.list(viewer, ids), id),
                null)));
  }

  /**
   * Leads to an object of any type, by an id that the parent holds; the target's visibility
   * decides, and a type that no module declares leads nowhere.
   */
  public <P> void reference(String parentType, String field, Function<P, @Nullable NodeId> target) {
    references.add(new Reference<>(parentType, field, target));
  }

  /** Leads to a short list of children that people read whole. */
  public <P, A, T> void list(
      String parentType,
      String field,
      Function<P, @Nullable UUID> key,
      Class<A> arguments,
      Children<A, T> children,
      Function<T, UUID> parentOf) {
    list(parentType, field, key, arguments, children, parentOf, child -> child);
  }

  /**
   * Leads to a short list of children that know nothing of their parents: the rows hold the
   * parent's id beside the child.
   */
  public <P, A, R, T> void list(
      String parentType,
      String field,
      Function<P, @Nullable UUID> key,
      Class<A> arguments,
      Children<A, R> rows,
      Function<R, UUID> parentOf,
      Function<R, T> child) {
    edges.add(
        new Edge<P, A, List<T>>(
            parentType,
            field,
            field + "By" + parentType,
            key,
            arguments,
            (viewer, ids, asked) ->
                rows.list(viewer, ids, asked).stream()
                    .collect(
                        Collectors.groupingBy(
                            parentOf, Collectors.mapping(child, Collectors.toList()))),
            List.of()));
  }

  /** Leads to a list of children that can grow, page by page. */
  public <P, A extends PageArguments, T> void connection(
      String parentType,
      String field,
      Function<P, @Nullable UUID> key,
      Class<A> arguments,
      Paging<A, T> paging,
      Pages<A, T> pages,
      Function<T, UUID> parentOf,
      Values<A, Integer> count) {
    connection(parentType, field, key, arguments, paging, pages, parentOf, child -> child, count);
  }

  /**
   * Leads, page by page, to children that know nothing of their parents: the rows hold the parent's
   * id beside the child.
   */
  public <P, A extends PageArguments, R, T> void connection(
      String parentType,
      String field,
      Function<P, @Nullable UUID> key,
      Class<A> arguments,
      Paging<A, R> paging,
      Pages<A, R> pages,
      Function<R, UUID> parentOf,
      Function<R, T> child,
      Values<A, Integer> count) {
    String loader = field + "By" + parentType;
    Edge<P, A, Integer> countEdge =
        new Edge<>(parentType, field, loader + "Count", key, arguments, count, 0);
    edges.add(
        new Edge<P, A, Connection<T>>(
            parentType,
            field,
            loader,
            key,
            arguments,
            (viewer, ids, asked) -> {
              Page page = paging.page().apply(asked);
              Map<UUID, List<R>> rows =
                  pages.list(viewer, ids, asked, page).stream()
                      .collect(Collectors.groupingBy(parentOf));
              return ids.stream()
                  .collect(
                      Collectors.toMap(
                          id -> id,
                          id ->
                              Connection.of(
                                      rows.getOrDefault(id, List.of()),
                                      page,
                                      paging.place().apply(asked),
                                      EdgeWiring.counting(countEdge, id, asked))
                                  .map(child)));
            },
            null));
  }

  /** Leads to a value that is computed for all parents of a level at once. */
  public <P, V> void value(
      String parentType,
      String field,
      Function<P, @Nullable UUID> key,
      Values<NoArguments, V> values) {
    edges.add(
        new Edge<>(
            parentType, field, field + "Of" + parentType, key, NoArguments.class, values, null));
  }

  private static String loaderById(Class<?> target) {
    return target.getSimpleName() + "ById";
  }

  List<Edge<?, ?, ?>> edges() {
    return edges;
  }

  Collection<NodeType<?>> nodes() {
    return nodesByPrefix.values();
  }

  List<Many<?, ?>> manies() {
    return manies;
  }

  List<Reference<?>> references() {
    return references;
  }

  @Nullable NodeType<?> nodeNamed(String name) {
    return nodesByName.get(name);
  }

  /** The type that an id is of; an id of none is a bad request. */
  NodeType<?> nodeOf(TypeId id) {
    NodeType<?> type = nodesByPrefix.get(id.prefix());
    if (type == null) {
      throw Failure.badRequest("There are no ids that begin with %s_.".formatted(id.prefix()));
    }
    return type;
  }

  @SuppressWarnings("unchecked")
  <T> NodeType<T> nodeType(Class<T> javaType) {
    NodeType<?> type = nodesByJavaType.get(javaType);
    if (type == null) {
      throw new IllegalStateException("no module declares a node of " + javaType);
    }
    return (NodeType<T>) type;
  }

  /** The rows of these ids that the viewer may look up. */
  <T> Map<UUID, T> lookUp(NodeType<T> type, Viewer viewer, Collection<UUID> ids) {
    Map<UUID, T> found = new HashMap<>(byId(type, viewer, ids));
    for (ByIds<T> rows : reached(type)) {
      List<UUID> hidden = ids.stream().filter(id -> !found.containsKey(id)).toList();
      if (!hidden.isEmpty()) {
        found.putAll(index(rows.list(viewer, hidden), type.id()));
      }
    }
    return found;
  }

  @SuppressWarnings("unchecked") // declared for the rows of this type
  private <T> List<ByIds<T>> reached(NodeType<T> type) {
    return reached.getOrDefault(type.javaType(), List.of()).stream()
        .map(rows -> (ByIds<T>) rows)
        .toList();
  }

  static <T> Map<UUID, T> byId(NodeType<T> type, Viewer viewer, Collection<UUID> ids) {
    return index(type.visible().list(viewer, ids), type.id());
  }

  private static <T> Map<UUID, T> index(List<T> rows, Function<T, UUID> id) {
    return rows.stream().collect(Collectors.toMap(id, row -> row));
  }
}
