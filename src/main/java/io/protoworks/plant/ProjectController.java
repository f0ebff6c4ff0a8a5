package io.protoworks.plant;

import io.protoworks.plant.ProjectInputs.ChangeProjectInput;
import io.protoworks.plant.ProjectInputs.CreateProjectInput;
import io.protoworks.plant.ProjectInputs.FavoriteInput;
import io.protoworks.platform.Connection;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class ProjectController {
  private final ProjectService projects;

  ProjectController(ProjectService projects) {
    this.projects = projects;
  }

  record ProjectPayload(Project project) {}

  @QueryMapping
  @Nullable Project project(@Argument String code, Viewer viewer) {
    return projects.findByCode(viewer, code);
  }

  @QueryMapping
  Connection<Project> projects(@Arguments ProjectQuery query, Viewer viewer) {
    return projects.list(viewer, query);
  }

  @MutationMapping
  ProjectPayload createProject(@Argument CreateProjectInput input, Viewer viewer) {
    return new ProjectPayload(projects.create(viewer, input));
  }

  @MutationMapping
  ProjectPayload changeProject(@Argument ChangeProjectInput input, Viewer viewer) {
    return new ProjectPayload(projects.change(viewer, input));
  }

  @MutationMapping
  ProjectPayload deactivateProject(@Argument VersionedId<Project> input, Viewer viewer) {
    return new ProjectPayload(projects.deactivate(viewer, input));
  }

  @MutationMapping
  ProjectPayload restoreProject(@Argument VersionedId<Project> input, Viewer viewer) {
    return new ProjectPayload(projects.restore(viewer, input));
  }

  @MutationMapping
  ProjectPayload addFavorite(@Argument FavoriteInput input, Viewer viewer) {
    return new ProjectPayload(projects.addFavorite(viewer, input.projectId()));
  }

  @MutationMapping
  ProjectPayload removeFavorite(@Argument FavoriteInput input, Viewer viewer) {
    return new ProjectPayload(projects.removeFavorite(viewer, input.projectId()));
  }
}
