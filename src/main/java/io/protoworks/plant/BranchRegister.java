package io.protoworks.plant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the registers of areas, systems and subsystems have in common. */
abstract class BranchRegister<T extends Branch> implements RegisterLevel<BranchEntry, T> {

  @Override
  public Object keyOf(BranchEntry entry) {
    return new BranchEntry.Key(entry.parentId(), entry.code());
  }

  @Override
  public Object keyOfRow(T row) {
    return new BranchEntry.Key(row.parentId(), row.code());
  }

  @Override
  public UUID parentOf(BranchEntry entry) {
    return entry.parentId();
  }

  @Override
  public UUID idOf(T row) {
    return row.id();
  }

  @Override
  public boolean isActive(T row) {
    return row.isActive();
  }

  @Override
  public boolean differs(BranchEntry entry, T found) {
    return entry.differsFrom(found);
  }

  @Override
  public boolean activates(BranchEntry entry, @Nullable T found) {
    return found == null;
  }
}
