package io.protoworks.plant;

import io.protoworks.plant.AreaInputs.ChangeAreaInput;
import io.protoworks.plant.AreaInputs.CreateAreaInput;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Versioned;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The areas: who sees them, and how they are kept. */
@Service
public class AreaService {
  private static final String TYPE = "Area";
  private static final String NOUN = "area";

  private final AreaMapper areas;
  private final ProjectService projects;
  private final SystemMapper systems;
  private final ProjectAccess access;
  private final Changes changes;

  AreaService(
      AreaMapper areas,
      ProjectService projects,
      SystemMapper systems,
      ProjectAccess access,
      Changes changes) {
    this.areas = areas;
    this.projects = projects;
    this.systems = systems;
    this.access = access;
    this.changes = changes;
  }

  /** The areas of these ids, for whoever already sees what lies in them. */
  public List<Area> listByIds(Collection<UUID> ids) {
    return areas.listByIds(Rows.keys(ids));
  }

  List<Area> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return areas.listVisibleByIds(viewer.userId(), Rows.keys(ids));
  }

  List<Area> listByProjectIds(
      Viewer viewer, Collection<UUID> projectIds, BranchArguments arguments) {
    return areas.listByProjectIds(viewer.userId(), Rows.keys(projectIds), arguments.withInactive());
  }

  Map<UUID, AreaCounts> countsByIds(Viewer viewer, Collection<UUID> ids) {
    return Rows.complete(
        ids,
        areas.listCountsByIds(viewer.userId(), Rows.keys(ids)),
        AreaCounts::id,
        AreaCounts::none);
  }

  @Transactional
  Area create(Viewer viewer, CreateAreaInput input) {
    Project project = projects.lockParent(viewer, input.projectId().uuid(), "projectId");
    InUse.requireParent(project.isActive(), "projectId", project.code(), project);
    Area created =
        areas.insert(
            viewer.userId(), project.id(), input.name(), input.code(), input.description());
    changes.record(viewer, Change.created(TYPE, created.id(), created.projectId(), created));
    return created;
  }

  @Transactional
  Area change(Viewer viewer, ChangeAreaInput input) {
    Area before = lock(viewer, new VersionedId<>(input.id(), input.expectedVersion()));
    Area after =
        areas.update(viewer.userId(), before.id(), input.name(), input.code(), input.description());
    changes.record(viewer, Change.changed(TYPE, after.id(), after.projectId(), before, after));
    return after;
  }

  @Transactional
  Area deactivate(Viewer viewer, VersionedId<Area> input) {
    Area before = lock(viewer, input);
    if (!before.isActive()) {
      return before;
    }
    refuseWhileUsed(viewer, before);
    Area after = areas.updateActive(viewer.userId(), before.id(), false);
    changes.record(viewer, Change.deactivated(TYPE, after.id(), after.projectId(), before, after));
    return after;
  }

  @Transactional
  Area restore(Viewer viewer, VersionedId<Area> input) {
    Area seen = Rows.only(areas.listVisibleByIds(viewer.userId(), Rows.keys(input.id().uuid())));
    if (seen == null) {
      throw Refused.unknown("id", NOUN);
    }
    Project project = projects.lockParent(viewer, seen.projectId(), "id");
    Area before = lock(viewer, input);
    if (before.isActive()) {
      return before;
    }
    InUse.requireParent(project.isActive(), "id", project.code(), project);
    Area after = areas.updateActive(viewer.userId(), before.id(), true);
    changes.record(viewer, Change.restored(TYPE, after.id(), after.projectId(), before, after));
    return after;
  }

  /** The area that something is put under: it stays as it is until the transaction ends. */
  Area lockParent(Viewer viewer, UUID id, String field) {
    return requireWrite(
        viewer, Rows.only(areas.lockForChildren(viewer.userId(), Rows.keys(id))), field);
  }

  private void refuseWhileUsed(Viewer viewer, Area area) {
    List<PlantSystem> active = systems.listByAreaIds(viewer.userId(), Rows.keys(area.id()), false);
    InUse.requireNoChildren(area.code(), "system", active, active.size());
  }

  private Area lock(Viewer viewer, VersionedId<Area> input) {
    Area found = Rows.only(areas.lockByIds(viewer.userId(), Rows.keys(input.id().uuid())));
    return Versioned.expect(requireWrite(viewer, found, "id"), input.expectedVersion(), NOUN);
  }

  private Area requireWrite(Viewer viewer, @Nullable Area found, String field) {
    if (found == null) {
      throw Refused.unknown(field, NOUN);
    }
    access.requireFor(viewer, PlantPermission.HIERARCHY_WRITE, found.projectId());
    return found;
  }
}
