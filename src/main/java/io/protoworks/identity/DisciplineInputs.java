package io.protoworks.identity;

import io.protoworks.platform.Id;

/** What the mutations of disciplines take. */
final class DisciplineInputs {
  private DisciplineInputs() {}

  record CreateDisciplineInput(String name, String code, String legend) {}

  record ChangeDisciplineInput(
      Id<Discipline> id, int expectedVersion, String name, String code, String legend) {}
}
