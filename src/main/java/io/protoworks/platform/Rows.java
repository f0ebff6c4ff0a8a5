package io.protoworks.platform;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What services do with the rows of a statement that takes ids. */
public final class Rows {
  private Rows() {}

  public static <T> @Nullable T only(List<T> rows) {
    return rows.isEmpty() ? null : rows.getFirst();
  }

  public static UUID[] keys(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }

  public static UUID[] keys(UUID id) {
    return new UUID[] {id};
  }

  /** Which ids rows name, each once. */
  public static <T> Set<UUID> distinct(Collection<T> rows, Function<T, UUID> id) {
    return rows.stream().map(id).collect(Collectors.toSet());
  }

  /** Rows by an id that each has for itself. */
  public static <T> Map<UUID, T> byId(Collection<T> rows, Function<T, UUID> id) {
    return rows.stream().collect(Collectors.toMap(id, Function.identity()));
  }

  /** Rows by an id that several can have, in their order. */
  public static <T> Map<UUID, List<T>> grouped(Collection<T> rows, Function<T, UUID> parent) {
    return rows.stream().collect(Collectors.groupingBy(parent));
  }

  /** One value for each id: what was found, or what stands for nothing. */
  public static <T> Map<UUID, T> complete(
      Collection<UUID> ids, List<T> found, Function<T, UUID> id, Function<UUID, T> none) {
    Map<UUID, T> byId = byId(found, id);
    return ids.stream()
        .collect(Collectors.toMap(key -> key, key -> byId.getOrDefault(key, none.apply(key))));
  }
}
