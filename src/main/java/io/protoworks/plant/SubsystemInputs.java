package io.protoworks.plant;

import io.protoworks.platform.Id;
import org.jspecify.annotations.Nullable;

/** What the mutations of subsystems take. A field left out of a change is emptied. */
final class SubsystemInputs {
  private SubsystemInputs() {}

  record CreateSubsystemInput(
      Id<PlantSystem> systemId, String code, String name, @Nullable String description) {}

  /** Another system than before moves it. */
  record ChangeSubsystemInput(
      Id<Subsystem> id,
      int expectedVersion,
      Id<PlantSystem> systemId,
      String code,
      String name,
      @Nullable String description) {}
}
