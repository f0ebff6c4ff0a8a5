package io.protoworks.plant;

import io.protoworks.identity.Role;
import io.protoworks.identity.RoleService;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.plant.TeamMemberInputs.AddTeamMemberInput;
import io.protoworks.plant.TeamMemberInputs.ChangeTeamMemberInput;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Id;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
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

/**
 * The teams of projects: who sees them, and how they are kept. Nobody gives away a role that allows
 * more in the project than they may do themselves.
 */
@Service
class TeamMemberService {
  private static final String TYPE = "TeamMember";
  private static final String NOUN = "member of a team";

  private final TeamMemberMapper members;
  private final ProjectMapper projects;
  private final UserService users;
  private final RoleService roles;
  private final ProjectAccess access;
  private final Changes changes;

  TeamMemberService(
      TeamMemberMapper members,
      ProjectMapper projects,
      UserService users,
      RoleService roles,
      ProjectAccess access,
      Changes changes) {
    this.members = members;
    this.projects = projects;
    this.users = users;
    this.roles = roles;
    this.access = access;
    this.changes = changes;
  }

  List<TeamMember> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return members.listVisibleByIds(viewer.userId(), Rows.keys(ids));
  }

  List<TeamMember> listByProjectIds(
      Viewer viewer, Collection<UUID> projectIds, TeamMemberArguments arguments, Page page) {
    return members.listByProjectIds(viewer.userId(), Rows.keys(projectIds), page);
  }

  Map<UUID, Integer> countByProjectIds(
      Viewer viewer, Collection<UUID> projectIds, TeamMemberArguments arguments) {
    return ParentCount.byParent(members.countByProjectIds(viewer.userId(), Rows.keys(projectIds)));
  }

  @Transactional
  TeamMember add(Viewer viewer, AddTeamMemberInput input) {
    UUID project = input.projectId().uuid();
    access.requireFor(viewer, PlantPermission.PROJECTS_WRITE, project, "projectId");
    User user = users.requireInUse(viewer, input.userId(), "userId");
    UUID role = requireGivable(viewer, project, input.roleId());
    TeamMember added = members.insert(viewer.userId(), project, user.id(), role);
    changes.record(viewer, Change.created(TYPE, added.id(), project, added));
    return added;
  }

  @Transactional
  TeamMember change(Viewer viewer, ChangeTeamMemberInput input) {
    TeamMember before = lock(viewer, new VersionedId<>(input.id(), input.expectedVersion()));
    UUID role = requireGivable(viewer, before.projectId(), input.roleId());
    TeamMember after = members.updateRole(before.id(), role);
    changes.record(viewer, Change.changed(TYPE, after.id(), after.projectId(), before, after));
    return after;
  }

  @Transactional
  TeamMember remove(Viewer viewer, VersionedId<TeamMember> input) {
    TeamMember before = lock(viewer, input);
    refuseOwner(viewer, before);
    members.delete(before.id());
    changes.record(viewer, Change.deleted(TYPE, before.id(), before.projectId(), before));
    return before;
  }

  private void refuseOwner(Viewer viewer, TeamMember member) {
    projects.lockForChildren(viewer.userId(), Rows.keys(member.projectId())).stream()
        .filter(project -> project.ownerId().equals(member.userId()))
        .forEach(
            project -> {
              throw Refused.inTheWay(
                  "%s is owned by this member; name another owner first.".formatted(project.code()),
                  List.of(project),
                  1);
            });
  }

  private @Nullable UUID requireGivable(Viewer viewer, UUID projectId, @Nullable Id<Role> id) {
    if (id == null) {
      return null;
    }
    Role role =
        roles.listVisibleByIds(viewer, List.of(id.uuid())).stream()
            .findFirst()
            .orElseThrow(() -> Refused.unknown("roleId", "role"));
    access.requireAllFor(viewer, role.permissions(), projectId);
    return role.id();
  }

  private TeamMember lock(Viewer viewer, VersionedId<TeamMember> input) {
    TeamMember found = Rows.only(members.lockByIds(viewer.userId(), Rows.keys(input.id().uuid())));
    if (found == null) {
      throw Refused.unknown("id", NOUN);
    }
    access.requireFor(viewer, PlantPermission.PROJECTS_WRITE, found.projectId());
    return Versioned.expect(found, input.expectedVersion(), NOUN);
  }
}
