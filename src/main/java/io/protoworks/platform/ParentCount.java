package io.protoworks.platform;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How many children a parent has that a list would show. */
public record ParentCount(UUID parentId, int count) implements Row {
  /** The counts by their parents. */
  public static Map<UUID, Integer> byParent(List<ParentCount> counts) {
    return counts.stream().collect(Collectors.toMap(ParentCount::parentId, ParentCount::count));
  }
}
