package io.protoworks.plant;

import io.protoworks.platform.Id;

/** What the mutations of a project's tags take. */
final class ProjectTagInputs {
  private ProjectTagInputs() {}

  record CreateProjectTagInput(Id<Project> projectId, String name, String color) {}

  record ChangeProjectTagInput(Id<ProjectTag> id, int expectedVersion, String name, String color) {}
}
