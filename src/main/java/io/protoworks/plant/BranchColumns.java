package io.protoworks.plant;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries of a register as a statement takes them: an array per column. */
@SuppressWarnings("ArrayRecordComponent") // read once, by the statement
record BranchColumns(
    UUID[] parentIds, String[] codes, @Nullable String[] names, @Nullable String[] descriptions) {
  static BranchColumns of(List<BranchEntry> entries) {
    return new BranchColumns(
        entries.stream().map(BranchEntry::parentId).toArray(UUID[]::new),
        entries.stream().map(BranchEntry::code).toArray(String[]::new),
        entries.stream().map(BranchEntry::name).toArray(String[]::new),
        entries.stream().map(BranchEntry::description).toArray(String[]::new));
  }
}
