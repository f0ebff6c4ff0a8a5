package io.protoworks.identity;

import io.protoworks.platform.Row;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How many children a parent has. */
record ParentCount(UUID parentId, int count) implements Row {
  static Map<UUID, Integer> byParent(List<ParentCount> counts) {
    return counts.stream().collect(Collectors.toMap(ParentCount::parentId, ParentCount::count));
  }
}
