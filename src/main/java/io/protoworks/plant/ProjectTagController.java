package io.protoworks.plant;

import io.protoworks.plant.ProjectTagInputs.ChangeProjectTagInput;
import io.protoworks.plant.ProjectTagInputs.CreateProjectTagInput;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class ProjectTagController {
  private final ProjectTagService tags;

  ProjectTagController(ProjectTagService tags) {
    this.tags = tags;
  }

  record ProjectTagPayload(ProjectTag projectTag) {}

  @MutationMapping
  ProjectTagPayload createProjectTag(@Argument CreateProjectTagInput input, Viewer viewer) {
    return new ProjectTagPayload(tags.create(viewer, input));
  }

  @MutationMapping
  ProjectTagPayload changeProjectTag(@Argument ChangeProjectTagInput input, Viewer viewer) {
    return new ProjectTagPayload(tags.change(viewer, input));
  }

  @MutationMapping
  ProjectTagPayload deleteProjectTag(@Argument VersionedId<ProjectTag> input, Viewer viewer) {
    return new ProjectTagPayload(tags.delete(viewer, input));
  }
}
