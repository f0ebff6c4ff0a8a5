package io.protoworks.plant;

import io.protoworks.platform.Id;
import org.jspecify.annotations.Nullable;

/** What the mutations of areas take. A field left out of a change is emptied. */
final class AreaInputs {
  private AreaInputs() {}

  record CreateAreaInput(
      Id<Project> projectId, String code, String name, @Nullable String description) {}

  record ChangeAreaInput(
      Id<Area> id, int expectedVersion, String code, String name, @Nullable String description) {}
}
