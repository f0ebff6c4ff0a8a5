package io.protoworks.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is reached from some objects by all edges: of each type some thousands at most. */
public final class EdgeParents {
  private static final int MOST = 5_000;

  private final EdgeLoads edges;
  private final Map<String, Set<Object>> found = new LinkedHashMap<>();
  private final Map<String, Set<UUID>> asked = new HashMap<>();
  private boolean isGrowing = true;

  private EdgeParents(EdgeLoads edges) {
    this.edges = edges;
  }

  /** What each of these viewers reaches from the objects of these ids. */
  public static EdgeParents reach(
      EdgeLoads edges, Collection<Viewer> viewers, Collection<TypeId> ids) {
    EdgeParents parents = new EdgeParents(edges);
    for (Viewer viewer : viewers) {
      parents.asked.clear();
      edges.rows(viewer, ids).forEach(parents::add);
      parents.isGrowing = true;
      while (parents.isGrowing) {
        parents.isGrowing = false;
        edges.all().forEach(edge -> parents.follow(edge, viewer));
      }
    }
    return parents;
  }

  /** Those of the type that an edge begins at. */
  public Collection<Object> of(EdgeLoads.Load<?, ?> edge) {
    return found.getOrDefault(edge.parentType(), Set.of());
  }

  /** The ids of those that have one, by their type. */
  public Map<String, List<UUID>> ids() {
    Map<String, List<UUID>> ids = new LinkedHashMap<>();
    found.forEach((type, rows) -> ids.put(type, edges.ids(type, rows)));
    return ids;
  }

  private void follow(EdgeLoads.Load<?, ?> edge, Viewer viewer) {
    Set<UUID> known = asked.computeIfAbsent(edge.name(), name -> new LinkedHashSet<>());
    List<UUID> fresh = new ArrayList<>(edge.keys(of(edge)));
    fresh.removeIf(key -> !known.add(key));
    if (!fresh.isEmpty()) {
      edge.children(viewer, fresh).values().forEach(children -> children.forEach(this::add));
    }
  }

  /** An object, and what it holds itself. */
  private void add(Object row) {
    if (!row.getClass().isRecord()
        || !row.getClass().getPackageName().startsWith("io.protoworks")) {
      return;
    }
    Set<Object> known = found.computeIfAbsent(edges.type(row), type -> new LinkedHashSet<>());
    if (known.size() >= MOST || !known.add(row)) {
      return;
    }
    isGrowing = true;
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      switch (value(component, row)) {
        case Collection<?> several -> several.forEach(this::add);
        case Object one -> add(one);
      }
    }
  }

  /** The row itself, which is known, where there is no value. */
  private static Object value(RecordComponent component, Object row) {
    try {
      component.getAccessor().setAccessible(true);
      Object value = component.getAccessor().invoke(row);
      return value == null ? row : value;
    } catch (IllegalAccessException | InvocationTargetException refused) {
      throw new LinkageError(component + " can't be read", refused);
    }
  }
}
