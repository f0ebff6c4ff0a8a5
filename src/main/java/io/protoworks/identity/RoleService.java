package io.protoworks.identity;

import io.protoworks.identity.RoleInputs.ChangeRoleInput;
import io.protoworks.identity.RoleInputs.CreateRoleInput;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Page;
import io.protoworks.platform.Permission;
import io.protoworks.platform.PermissionSource;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Versioned;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The roles and what they permit. Everybody sees the roles that they have; whoever finds all
 * people, or keeps the roles, sees all.
 */
@Service
public class RoleService {
  private static final String TYPE = "Role";
  private static final String NOUN = "role";

  private final RoleMapper roles;
  private final Reach reach;
  private final Changes changes;
  private final List<Permission> permissions;
  private final Set<String> known;

  RoleService(
      RoleMapper roles, Reach reach, Changes changes, ObjectProvider<PermissionSource> sources) {
    this.roles = roles;
    this.reach = reach;
    this.changes = changes;
    this.permissions =
        sources.stream()
            .flatMap(source -> source.permissions().stream())
            .sorted(Comparator.comparing(Permission::name))
            .toList();
    this.known = permissions.stream().map(Permission::name).collect(Collectors.toSet());
  }

  /** A viewer is asked for only so that there is one: what there is to permit is no secret. */
  List<Permission> listPermissions(Viewer viewer) {
    return permissions;
  }

  /** The roles of these ids, for whoever already sees what names them. */
  public List<Role> listByIds(Collection<UUID> ids) {
    return roles.listByIds(ids.toArray(UUID[]::new));
  }

  /** The roles of these ids that the viewer sees. */
  public List<Role> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return roles.listVisibleByIds(Directory.ofRoles(viewer), ids.toArray(UUID[]::new));
  }

  List<RoleOfUser> listByUserIds(Viewer viewer, Collection<UUID> userIds) {
    return roles.listByUserIds(Directory.ofRoles(viewer), userIds.toArray(UUID[]::new));
  }

  Connection<Role> list(Viewer viewer, RoleQuery query) {
    Directory directory = Directory.ofRoles(viewer);
    Page page = query.page();
    return Connection.of(
        roles.listAll(directory, page), page, query.place(), () -> roles.countAll(directory));
  }

  @Transactional
  Role create(Viewer viewer, CreateRoleInput input) {
    viewer.require(IdentityPermission.ROLES_WRITE);
    checkGiven(viewer, input.permissions(), List.of());
    UUID id = roles.insert(input).id();
    roles.insertPermissions(id, input.permissions().toArray(String[]::new));
    Role created = listVisibleByIds(viewer, List.of(id)).getFirst();
    changes.record(viewer, Change.created(TYPE, id, null, created));
    return created;
  }

  @Transactional
  Role change(Viewer viewer, ChangeRoleInput input) {
    viewer.require(IdentityPermission.ROLES_WRITE);
    Role before =
        Versioned.expect(
            roles.lockById(Directory.ofRoles(viewer), input.id().uuid()),
            input.expectedVersion(),
            NOUN);
    checkGiven(viewer, input.permissions(), before.permissions());
    refuseLessForAdmin(before, input.permissions());
    String[] permitted = input.permissions().toArray(String[]::new);
    roles.deleteOtherPermissions(before.id(), permitted);
    roles.insertPermissions(before.id(), permitted);
    Role after = roles.update(input);
    changes.record(viewer, Change.changed(TYPE, after.id(), null, before, after));
    return after;
  }

  @Transactional
  Role delete(Viewer viewer, VersionedId<Role> input) {
    viewer.require(IdentityPermission.ROLES_WRITE);
    Role before =
        Versioned.expect(
            roles.lockToDelete(Directory.ofRoles(viewer), input.id().uuid()),
            input.expectedVersion(),
            NOUN);
    int assigned = roles.countAssigned(before.id());
    if (assigned > 0) {
      throw Refused.inTheWay(
          "%s is still given to users; take it from them first.".formatted(before.name()),
          roles.listAssigned(before.id(), Refused.BLOCKERS_SHOWN),
          assigned);
    }
    roles.delete(before.id());
    changes.record(viewer, Change.deleted(TYPE, before.id(), null, before));
    return before;
  }

  /** What is added must be known, and the viewer must have it. */
  private void checkGiven(Viewer viewer, List<String> asked, List<String> before) {
    List<String> added = asked.stream().filter(name -> !before.contains(name)).toList();
    for (String name : added) {
      if (!known.contains(name)) {
        throw Refused.invalid(
            "permissions", "There is no permission %s; see the query permissions.".formatted(name));
      }
    }
    reach.requireAll(viewer, added);
  }

  private static void refuseLessForAdmin(Role role, List<String> asked) {
    boolean isAdmin = role.isBase() && role.name().equals(UserRole.ADMIN.name());
    if (isAdmin && !asked.containsAll(role.permissions())) {
      throw Refused.invalid(
          "permissions",
          "ADMIN keeps every permission that it has, so that somebody can always administer.");
    }
  }
}
