package io.protoworks.plant;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries of a register as a statement takes them: an array per column. */
@SuppressWarnings("ArrayRecordComponent") // read once, by the statement
record EquipmentColumns(
    UUID[] subsystemIds,
    String[] tagIds,
    String[] applications,
    @Nullable UUID[] disciplineIds,
    @Nullable Boolean[] active) {
  static EquipmentColumns of(List<EquipmentEntry> entries) {
    return new EquipmentColumns(
        entries.stream().map(EquipmentEntry::subsystemId).toArray(UUID[]::new),
        entries.stream().map(EquipmentEntry::tagId).toArray(String[]::new),
        entries.stream().map(EquipmentEntry::application).toArray(String[]::new),
        entries.stream().map(EquipmentEntry::disciplineId).toArray(UUID[]::new),
        entries.stream().map(EquipmentEntry::active).toArray(Boolean[]::new));
  }
}
