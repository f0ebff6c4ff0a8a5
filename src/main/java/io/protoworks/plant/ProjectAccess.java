package io.protoworks.plant;

import io.protoworks.identity.IdentityPermission;
import io.protoworks.platform.Failure;
import io.protoworks.platform.ProjectPermissions;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * What a viewer may do in one project. A permission that they have everywhere holds in each project
 * that they see; their role in its team adds to that, in this project only.
 *
 * <p>An API key never does more than its scopes say: with a key, a permission must also be among
 * those that the key was narrowed to.
 */
@Service
public class ProjectAccess implements ProjectPermissions {
  private static final String NOUN = "project";

  private final ProjectAccessMapper access;

  ProjectAccess(ProjectAccessMapper access) {
    this.access = access;
  }

  /** Fails as for a project that does not exist where the viewer does not see it. */
  public void requireFor(Viewer viewer, String permission, UUID projectId) {
    if (!may(viewer, permission, projectId)) {
      throw access.sees(viewer.userId(), projectId)
          ? Failure.forbidden(permission)
          : Failure.notFound(NOUN);
    }
  }

  /**
   * For a project that the input of a mutation names: unknown, where the viewer does not see it.
   */
  public void requireFor(Viewer viewer, String permission, UUID projectId, String field) {
    if (!may(viewer, permission, projectId)) {
      if (access.sees(viewer.userId(), projectId)) {
        throw Failure.forbidden(permission);
      }
      throw Refused.unknown(field, NOUN);
    }
  }

  /**
   * Fails on the first of the permissions that the viewer lacks in a project that they see, unless
   * they may give any.
   */
  void requireAllFor(Viewer viewer, Collection<String> permissions, UUID projectId) {
    if (viewer.may(IdentityPermission.ROLES_GRANT)) {
      return;
    }
    Set<String> held = Set.copyOf(access.listHeld(viewer.userId(), projectId));
    for (String permission : permissions) {
      if (!held.contains(permission) || !isWithinScopes(viewer, permission)) {
        throw Failure.forbidden(permission);
      }
    }
  }

  /**
   * Who the viewer is in these projects; none for a project that they don't see. One statement for
   * all of them.
   */
  public List<ProjectStanding> listStandings(Viewer viewer, Collection<UUID> projectIds) {
    return access.listStandings(viewer.userId(), Rows.keys(projectIds)).stream()
        .map(standing -> withinScopes(viewer, standing))
        .toList();
  }

  /** Who the viewer is in a project that they see; the same answer as for one that is not there. */
  public ProjectStanding standing(Viewer viewer, UUID projectId) {
    ProjectStanding standing = access.findStanding(viewer.userId(), projectId);
    if (standing == null) {
      throw Failure.notFound(NOUN);
    }
    return withinScopes(viewer, standing);
  }

  private static ProjectStanding withinScopes(Viewer viewer, ProjectStanding standing) {
    return viewer.sessionId() == null
        ? standing.within(List.copyOf(viewer.permissions()))
        : standing;
  }

  /** The parts that these companies take in these projects; none where they take no part. */
  public List<CompanyPart> listParts(Collection<UUID> projectIds, Collection<UUID> companyIds) {
    return access.listParts(Rows.keys(projectIds), Rows.keys(companyIds));
  }

  @Override
  public List<UUID> listWith(Viewer viewer, String permission) {
    return isWithinScopes(viewer, permission)
        ? access.listWith(viewer.userId(), permission)
        : List.of();
  }

  @Override
  public boolean may(Viewer viewer, String permission, UUID projectId) {
    return isWithinScopes(viewer, permission)
        && access.holds(viewer.userId(), permission, projectId);
  }

  private static boolean isWithinScopes(Viewer viewer, String permission) {
    boolean usesKey = viewer.sessionId() == null;
    return !usesKey || viewer.may(permission);
  }
}
