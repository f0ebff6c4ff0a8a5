package io.protoworks.plant;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Viewer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Entries of one level on their way into the hierarchy.
 *
 * <p>What is the same is only read, without a lock: writing a register again costs one statement
 * per batch and nothing on disk.
 */
final class RegisterBatch<E, T> {
  private final RegisterLevel<E, T> level;
  private final Viewer viewer;
  private final UUID projectId;
  private final Map<Object, E> entries = new LinkedHashMap<>();
  private final Map<Object, T> found = new HashMap<>();
  private final Map<Object, Registered<T>> written = new HashMap<>();
  private Set<UUID> inactiveParents = Set.of();
  private Map<UUID, Registered.Outcome> refusals = Map.of();

  RegisterBatch(RegisterLevel<E, T> level, Viewer viewer, UUID projectId, List<E> entries) {
    this.level = level;
    this.viewer = viewer;
    this.projectId = projectId;
    for (E entry : entries) {
      if (this.entries.put(level.keyOf(entry), entry) != null) {
        throw new IllegalArgumentException("two entries have the key " + level.keyOf(entry));
      }
    }
  }

  List<Registered<T>> preview() {
    find(entries.values());
    Set<UUID> parents = parentsThatMustBeActive();
    if (!parents.isEmpty()) {
      inactiveParents = Set.copyOf(level.findInactiveParents(viewer.userId(), parents));
    }
    refusals = level.refusals(changesOf(entriesOf(Registered.Outcome.CHANGED)));
    return entries.keySet().stream()
        .map(key -> new Registered<>(expected(key), found.get(key)))
        .toList();
  }

  List<Registered<T>> write(Changes changes) {
    find(entries.values());
    Set<UUID> parents = parentsThatMustBeActive();
    if (!parents.isEmpty()) {
      inactiveParents = Set.copyOf(level.lockInactiveParents(viewer.userId(), parents));
    }
    lockHolds();
    create(changes);
    change(changes);
    return entries.keySet().stream()
        .map(
            key ->
                Objects.requireNonNullElseGet(
                    written.get(key), () -> new Registered<>(expected(key), found.get(key))))
        .toList();
  }

  private void lockHolds() {
    Map<Object, E> missing = entriesOf(Registered.Outcome.CREATED);
    Map<Object, E> differing = entriesOf(Registered.Outcome.CHANGED);
    List<E> written = new ArrayList<>(missing.values());
    written.addAll(differing.values());
    if (!written.isEmpty()) {
      level.lockHolds(written, changesOf(differing).keySet());
    }
  }

  private void find(Collection<E> wanted) {
    level.find(projectId, List.copyOf(wanted)).forEach(row -> found.put(level.keyOfRow(row), row));
  }

  private Set<UUID> parentsThatMustBeActive() {
    return entries.entrySet().stream()
        .filter(entry -> level.activates(entry.getValue(), found.get(entry.getKey())))
        .map(entry -> level.parentOf(entry.getValue()))
        .collect(Collectors.toSet());
  }

  /** What has to be done for the entry of this key. */
  private Registered.Outcome expected(Object key) {
    E entry = Objects.requireNonNull(entries.get(key));
    T row = found.get(key);
    if (row != null && !level.differs(entry, row)) {
      return Registered.Outcome.UNCHANGED;
    }
    if (isBarred(entry, row)) {
      return Registered.Outcome.PARENT_INACTIVE;
    }
    return row == null
        ? Registered.Outcome.CREATED
        : refusals.getOrDefault(level.idOf(row), Registered.Outcome.CHANGED);
  }

  private boolean isBarred(E entry, @Nullable T row) {
    return inactiveParents.contains(level.parentOf(entry)) && level.activates(entry, row);
  }

  private Map<Object, E> entriesOf(Registered.Outcome outcome) {
    Map<Object, E> alike = new LinkedHashMap<>();
    entries.forEach(
        (key, entry) -> {
          if (expected(key) == outcome) {
            alike.put(key, entry);
          }
        });
    return alike;
  }

  /** The rows that are there, with what they shall become. */
  private Map<T, E> changesOf(Map<Object, E> differing) {
    Map<T, E> byRow = new LinkedHashMap<>();
    differing.forEach((key, entry) -> byRow.put(Objects.requireNonNull(found.get(key)), entry));
    return byRow;
  }

  private void create(Changes changes) {
    Map<Object, E> missing = entriesOf(Registered.Outcome.CREATED);
    if (missing.isEmpty()) {
      return;
    }
    for (T row : level.insert(viewer.userId(), projectId, List.copyOf(missing.values()))) {
      Object key = level.keyOfRow(row);
      missing.remove(key);
      written.put(key, new Registered<>(Registered.Outcome.CREATED, row));
      found.put(key, row);
      changes.record(viewer, Change.created(level.type(), level.idOf(row), projectId, row));
    }
    if (!missing.isEmpty()) {
      // Somebody else has created these since we looked.
      find(missing.values());
    }
  }

  /** Looks again at what differs once it is locked, and writes what still does. */
  private void change(Changes changes) {
    Map<Object, E> differing = entriesOf(Registered.Outcome.CHANGED);
    if (differing.isEmpty()) {
      return;
    }
    List<UUID> ids =
        differing.keySet().stream()
            .map(key -> level.idOf(Objects.requireNonNull(found.get(key))))
            .toList();
    level.lock(viewer.userId(), ids).forEach(row -> found.put(level.keyOfRow(row), row));
    refusals = level.refusals(changesOf(differing));
    differing.keySet().removeIf(key -> expected(key) != Registered.Outcome.CHANGED);
    if (!differing.isEmpty()) {
      update(differing, changes);
    }
  }

  private void update(Map<Object, E> differing, Changes changes) {
    List<UUID> ids =
        differing.keySet().stream()
            .map(key -> level.idOf(Objects.requireNonNull(found.get(key))))
            .toList();
    for (T after : level.update(viewer.userId(), ids, List.copyOf(differing.values()))) {
      Object key = level.keyOfRow(after);
      T before = Objects.requireNonNull(found.put(key, after));
      written.put(key, new Registered<>(Registered.Outcome.CHANGED, after));
      changes.record(viewer, changeOf(before, after));
    }
  }

  private Change changeOf(T before, T after) {
    UUID id = level.idOf(after);
    if (level.isActive(before) == level.isActive(after)) {
      return Change.changed(level.type(), id, projectId, before, after);
    }
    return level.isActive(after)
        ? Change.restored(level.type(), id, projectId, before, after)
        : Change.deactivated(level.type(), id, projectId, before, after);
  }
}
