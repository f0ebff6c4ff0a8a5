package io.protoworks.plant;

import io.protoworks.plant.ProjectTagInputs.ChangeProjectTagInput;
import io.protoworks.plant.ProjectTagInputs.CreateProjectTagInput;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Versioned;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The labels of projects: who sees them, and how they are kept. */
@Service
class ProjectTagService {
  private static final String TYPE = "ProjectTag";
  private static final String NOUN = "tag of a project";

  private final ProjectTagMapper tags;
  private final ProjectAccess access;
  private final Changes changes;

  ProjectTagService(ProjectTagMapper tags, ProjectAccess access, Changes changes) {
    this.tags = tags;
    this.access = access;
    this.changes = changes;
  }

  List<ProjectTag> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return tags.listVisibleByIds(viewer.userId(), Rows.keys(ids));
  }

  List<ProjectTag> listByProjectIds(Viewer viewer, Collection<UUID> projectIds) {
    return tags.listByProjectIds(viewer.userId(), Rows.keys(projectIds));
  }

  @Transactional
  ProjectTag create(Viewer viewer, CreateProjectTagInput input) {
    UUID project = input.projectId().uuid();
    access.requireFor(viewer, PlantPermission.PROJECTS_WRITE, project, "projectId");
    ProjectTag created = tags.insert(project, input.name(), input.color());
    changes.record(viewer, Change.created(TYPE, created.id(), project, created));
    return created;
  }

  @Transactional
  ProjectTag change(Viewer viewer, ChangeProjectTagInput input) {
    ProjectTag before = lock(viewer, new VersionedId<>(input.id(), input.expectedVersion()));
    ProjectTag after = tags.update(before.id(), input.name(), input.color());
    changes.record(viewer, Change.changed(TYPE, after.id(), after.projectId(), before, after));
    return after;
  }

  @Transactional
  ProjectTag delete(Viewer viewer, VersionedId<ProjectTag> input) {
    ProjectTag before = lock(viewer, input);
    tags.delete(before.id());
    changes.record(viewer, Change.deleted(TYPE, before.id(), before.projectId(), before));
    return before;
  }

  private ProjectTag lock(Viewer viewer, VersionedId<ProjectTag> input) {
    ProjectTag found = Rows.only(tags.lockByIds(viewer.userId(), Rows.keys(input.id().uuid())));
    if (found == null) {
      throw Refused.unknown("id", NOUN);
    }
    access.requireFor(viewer, PlantPermission.PROJECTS_WRITE, found.projectId());
    return Versioned.expect(found, input.expectedVersion(), NOUN);
  }
}
