package io.protoworks.plant;

import io.protoworks.identity.Company;
import io.protoworks.identity.CompanyService;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.plant.ProjectInputs.ChangeProjectInput;
import io.protoworks.plant.ProjectInputs.CreateProjectInput;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Versioned;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The projects: who sees them, and how they are kept. */
@Service
public class ProjectService {
  private static final String TYPE = "Project";
  private static final String NOUN = "project";

  private final ProjectMapper projects;
  private final AreaMapper areas;
  private final TeamMemberMapper teamMembers;
  private final CompanyService companies;
  private final UserService users;
  private final ProjectAccess access;
  private final Changes changes;

  ProjectService(
      ProjectMapper projects,
      AreaMapper areas,
      TeamMemberMapper teamMembers,
      CompanyService companies,
      UserService users,
      ProjectAccess access,
      Changes changes) {
    this.projects = projects;
    this.areas = areas;
    this.teamMembers = teamMembers;
    this.companies = companies;
    this.users = users;
    this.access = access;
    this.changes = changes;
  }

  /** The projects of these ids that the viewer sees. */
  public List<Project> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return projects.listVisibleByIds(viewer.userId(), Rows.keys(ids));
  }

  @Nullable Project findByCode(Viewer viewer, String code) {
    return projects.findByCode(viewer.userId(), code);
  }

  Connection<Project> list(Viewer viewer, ProjectQuery query) {
    Page page = query.page();
    List<Project> found =
        query.order().isByName()
            ? projects.listMatchingByName(viewer.userId(), query.matching(), page)
            : projects.listMatchingByCode(viewer.userId(), query.matching(), page);
    return Connection.of(
        found,
        page,
        query.place(),
        () -> projects.countMatching(viewer.userId(), query.matching()));
  }

  List<ProjectUnder> listByCompanyIds(
      Viewer viewer, Collection<UUID> companyIds, CompanyProjectsArguments arguments, Page page) {
    return projects.listByCompanyIds(
        viewer.userId(), Rows.keys(companyIds), arguments.withInactive(), page);
  }

  Map<UUID, Integer> countByCompanyIds(
      Viewer viewer, Collection<UUID> companyIds, CompanyProjectsArguments arguments) {
    return ParentCount.byParent(
        projects.countByCompanyIds(
            viewer.userId(), Rows.keys(companyIds), arguments.withInactive()));
  }

  Map<UUID, ProjectCounts> countsByIds(Viewer viewer, Collection<UUID> ids) {
    return Rows.complete(
        ids,
        projects.listCountsByIds(viewer.userId(), Rows.keys(ids)),
        ProjectCounts::id,
        ProjectCounts::none);
  }

  Map<UUID, Boolean> favoritesByIds(Viewer viewer, Collection<UUID> ids) {
    Set<UUID> favorites = new HashSet<>(projects.listFavoriteIds(viewer.userId(), Rows.keys(ids)));
    return ids.stream().collect(Collectors.toMap(id -> id, favorites::contains));
  }

  /** Whoever owns a project is in its team, so that they see what they answer for. */
  @Transactional
  Project create(Viewer viewer, CreateProjectInput input) {
    viewer.require(PlantPermission.PROJECTS_CREATE);
    Company client = companies.requireInUse(viewer, input.clientCompanyId(), "clientCompanyId");
    Id<User> owner = input.ownerId() == null ? new Id<>(viewer.userId()) : input.ownerId();
    if (input.ownerId() != null) {
      users.requireInUse(viewer, owner, "ownerId");
    }
    Project created = projects.insert(viewer.userId(), owner.uuid(), client.id(), input);
    changes.record(viewer, Change.created(TYPE, created.id(), created.id(), created));
    addOwnerToTeam(viewer, created);
    return created;
  }

  @Transactional
  Project change(Viewer viewer, ChangeProjectInput input) {
    Project before = lock(viewer, new VersionedId<>(input.id(), input.expectedVersion()));
    if (!before.clientCompanyId().equals(input.clientCompanyId().uuid())) {
      companies.requireInUse(viewer, input.clientCompanyId(), "clientCompanyId");
    }
    if (!before.ownerId().equals(input.ownerId().uuid())) {
      users.requireInUse(viewer, input.ownerId(), "ownerId");
    }
    Project after = projects.update(viewer.userId(), input);
    changes.record(viewer, Change.changed(TYPE, after.id(), after.id(), before, after));
    addOwnerToTeam(viewer, after);
    return after;
  }

  private void addOwnerToTeam(Viewer viewer, Project project) {
    TeamMember member = teamMembers.insertMissing(viewer.userId(), project.id(), project.ownerId());
    if (member != null) {
      changes.record(viewer, Change.created("TeamMember", member.id(), project.id(), member));
    }
  }

  @Transactional
  Project deactivate(Viewer viewer, VersionedId<Project> input) {
    Project before = lock(viewer, input);
    if (!before.isActive()) {
      return before;
    }
    List<Area> active = areas.listByProjectIds(viewer.userId(), Rows.keys(before.id()), false);
    InUse.requireNoChildren(before.code(), "area", active, active.size());
    Project after = projects.updateActive(viewer.userId(), before.id(), false);
    changes.record(viewer, Change.deactivated(TYPE, after.id(), after.id(), before, after));
    return after;
  }

  @Transactional
  Project restore(Viewer viewer, VersionedId<Project> input) {
    Project before = lock(viewer, input);
    if (before.isActive()) {
      return before;
    }
    Project after = projects.updateActive(viewer.userId(), before.id(), true);
    changes.record(viewer, Change.restored(TYPE, after.id(), after.id(), before, after));
    return after;
  }

  /** Marks a project for the viewer alone; marked already, it stays so. */
  @Transactional
  Project addFavorite(Viewer viewer, Id<Project> id) {
    Project project = requireVisible(viewer, id);
    if (projects.insertFavorite(viewer.userId(), project.id()) > 0) {
      recordFavorite(viewer, project, "favorite_added");
    }
    return project;
  }

  @Transactional
  Project removeFavorite(Viewer viewer, Id<Project> id) {
    Project project = requireVisible(viewer, id);
    if (projects.deleteFavorite(viewer.userId(), project.id()) > 0) {
      recordFavorite(viewer, project, "favorite_removed");
    }
    return project;
  }

  private void recordFavorite(Viewer viewer, Project project, String verb) {
    changes.record(
        viewer,
        Change.of(Change.Action.UPDATE, TYPE, verb, project.id(), project.id(), null, null));
  }

  /** The project that an area is put under: it stays as it is until the transaction ends. */
  Project lockParent(Viewer viewer, UUID id, String field) {
    access.requireFor(viewer, PlantPermission.HIERARCHY_WRITE, id, field);
    Project found = Rows.only(projects.lockForChildren(viewer.userId(), Rows.keys(id)));
    if (found == null) {
      throw Refused.unknown(field, NOUN);
    }
    return found;
  }

  private Project requireVisible(Viewer viewer, Id<Project> id) {
    Project found = Rows.only(projects.listVisibleByIds(viewer.userId(), Rows.keys(id.uuid())));
    if (found == null) {
      throw Refused.unknown("projectId", NOUN);
    }
    return found;
  }

  private Project lock(Viewer viewer, VersionedId<Project> input) {
    access.requireFor(viewer, PlantPermission.PROJECTS_WRITE, input.id().uuid(), "id");
    Project found = Rows.only(projects.lockByIds(viewer.userId(), Rows.keys(input.id().uuid())));
    return Versioned.expect(found, input.expectedVersion(), NOUN);
  }
}
