package io.protoworks.plant;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one level of a register is found and written.
 *
 * @param <E> the entry of the register
 * @param <T> the row
 */
interface RegisterLevel<E, T> {
  /** The type in the graph. */
  String type();

  Object keyOf(E entry);

  Object keyOfRow(T row);

  UUID parentOf(E entry);

  UUID idOf(T row);

  boolean isActive(T row);

  /** Whether the entry says something that the row is not. */
  boolean differs(E entry, T found);

  /** Whether the entry puts something active under its parent that was not there before. */
  boolean activates(E entry, @Nullable T found);

  /** The rows that have the keys of these entries. */
  List<T> find(UUID projectId, List<E> entries);

  /** Those of the parents that are out of use, as they are at this moment. */
  List<UUID> findInactiveParents(UUID viewer, Collection<UUID> parentIds);

  /** The same, and keeps all of the parents as they are until the transaction ends. */
  List<UUID> lockInactiveParents(UUID viewer, Collection<UUID> parentIds);

  /** Locks what modules above keep about entries and the rows of their keys, before any row. */
  default void lockHolds(Collection<E> entries, Collection<T> rows) {}

  /** Why rows can't become what their entries say, by the rows' ids. */
  default Map<UUID, Registered.Outcome> refusals(Map<T, E> changes) {
    return Map.of();
  }

  List<T> lock(UUID viewer, Collection<UUID> ids);

  /** Adds rows for the entries whose keys are free. */
  List<T> insert(UUID viewer, UUID projectId, List<E> entries);

  /** Writes each entry into the row of the same position. */
  List<T> update(UUID viewer, List<UUID> ids, List<E> entries);
}
