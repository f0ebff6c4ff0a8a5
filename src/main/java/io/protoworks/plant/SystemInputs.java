package io.protoworks.plant;

import io.protoworks.platform.Id;
import org.jspecify.annotations.Nullable;

/** What the mutations of systems take. A field left out of a change is emptied. */
final class SystemInputs {
  private SystemInputs() {}

  record CreateSystemInput(
      Id<Area> areaId, String code, String name, @Nullable String description) {}

  /** Another area than before moves it. */
  record ChangeSystemInput(
      Id<PlantSystem> id,
      int expectedVersion,
      Id<Area> areaId,
      String code,
      String name,
      @Nullable String description) {}
}
