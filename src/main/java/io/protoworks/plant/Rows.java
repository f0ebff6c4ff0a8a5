package io.protoworks.plant;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What services do with the rows of a statement that takes ids. */
final class Rows {
  private Rows() {}

  static <T> @Nullable T only(List<T> rows) {
    return rows.isEmpty() ? null : rows.getFirst();
  }

  static UUID[] keys(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }

  static UUID[] keys(UUID id) {
    return new UUID[] {id};
  }

  /** One value for each id: what was found, or what stands for nothing. */
  static <T> Map<UUID, T> complete(
      Collection<UUID> ids, List<T> found, Function<T, UUID> id, Function<UUID, T> none) {
    Map<UUID, T> byId = found.stream().collect(Collectors.toMap(id, row -> row));
    return ids.stream()
        .collect(Collectors.toMap(key -> key, key -> byId.getOrDefault(key, none.apply(key))));
  }
}
