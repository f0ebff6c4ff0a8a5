package io.protoworks.identity;

import io.protoworks.identity.UserInputs.ChangeUserInput;
import io.protoworks.identity.UserInputs.CreateUserInput;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Versioned;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The users: who finds them, and how they are kept. */
@Service
public class UserService {
  private static final String TYPE = "User";
  private static final String NOUN = "user";

  private final UserMapper users;
  private final Reach reach;
  private final CompanyService companies;
  private final DisciplineService disciplines;
  private final Passwords passwords;
  private final Changes changes;

  UserService(
      UserMapper users,
      Reach reach,
      CompanyService companies,
      DisciplineService disciplines,
      Passwords passwords,
      Changes changes) {
    this.users = users;
    this.reach = reach;
    this.companies = companies;
    this.disciplines = disciplines;
    this.passwords = passwords;
    this.changes = changes;
  }

  /** The users of these ids, for whoever already sees what names them. */
  public List<User> listByIds(Collection<UUID> ids) {
    return users.listByIds(ids.toArray(UUID[]::new));
  }

  /**
   * Refuses a reference to a person whom the viewer does not find, or who is out of use.
   *
   * @param field the field of the input that names them
   */
  public User requireInUse(Viewer viewer, Id<User> id, String field) {
    User user = require(viewer, id, field);
    if (user.isSystem() || !user.isActive()) {
      throw Refused.invalid(
          field, "%s can't be given this; choose an active user.".formatted(user.name()));
    }
    return user;
  }

  /** Refuses a reference to somebody whom the viewer does not find. */
  User require(Viewer viewer, Id<User> id, String field) {
    return listVisibleByIds(viewer, List.of(id.uuid())).stream()
        .findFirst()
        .orElseThrow(() -> Refused.unknown(field, NOUN));
  }

  /** Gives the viewer another image to sign with, as a key in the store. */
  @Transactional
  public void changeSignatureImage(Viewer viewer, String path) {
    User before = users.listByIds(new UUID[] {viewer.userId()}).getFirst();
    User after = users.updateSignatureImage(viewer.userId(), path);
    changes.record(viewer, Change.changed(TYPE, after.id(), null, before, after));
  }

  List<User> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return users.listVisibleByIds(Directory.of(viewer), ids.toArray(UUID[]::new));
  }

  @Nullable User findByEmail(Viewer viewer, String email) {
    return users.findByEmail(Directory.of(viewer), email);
  }

  Connection<User> list(Viewer viewer, UserQuery query) {
    Directory directory = Directory.of(viewer);
    Page page = query.page();
    return Connection.of(
        users.listMatching(directory, query.matching(), page),
        page,
        query.place(),
        () -> users.countMatching(directory, query.matching()));
  }

  List<UserOfParent> listByParentIds(
      Viewer viewer, UserParent parent, Collection<UUID> ids, UserQuery query, Page page) {
    return users.listByParentIds(
        parent, ids.toArray(UUID[]::new), Directory.of(viewer), query.matching(), page);
  }

  Map<UUID, Integer> countByParentIds(
      Viewer viewer, UserParent parent, Collection<UUID> ids, UserQuery query) {
    return ParentCount.byParent(
        users.countByParentIds(
            parent, ids.toArray(UUID[]::new), Directory.of(viewer), query.matching()));
  }

  @Transactional
  User create(Viewer viewer, CreateUserInput input) {
    viewer.require(IdentityPermission.USERS_WRITE);
    reach.requireRole(viewer, input.role());
    companies.requireInUse(viewer, input.companyId(), "companyId");
    checkDiscipline(input.disciplineId());
    User created = users.insert(input, hash("password", input.password()));
    changes.record(viewer, Change.created(TYPE, created.id(), null, created));
    return created;
  }

  @Transactional
  User change(Viewer viewer, ChangeUserInput input) {
    User before = lock(viewer, input.id(), input.expectedVersion());
    if (input.role() != before.role()) {
      reach.requireRole(viewer, input.role());
      reach.refuseLastAdmin(before);
    }
    if (!input.companyId().uuid().equals(before.companyId())) {
      companies.requireInUse(viewer, input.companyId(), "companyId");
    }
    if (input.disciplineId() != null
        && !input.disciplineId().uuid().equals(before.disciplineId())) {
      checkDiscipline(input.disciplineId());
    }
    User after = users.update(input);
    changes.record(viewer, Change.changed(TYPE, after.id(), null, before, after));
    return after;
  }

  /** The user to be changed, if the viewer may: nobody changes someone who may do more. */
  User lock(Viewer viewer, Id<User> id, int expectedVersion) {
    viewer.require(IdentityPermission.USERS_WRITE);
    User found = users.lockById(Directory.of(viewer), id.uuid());
    User user = Versioned.expect(found, expectedVersion, NOUN);
    reach.requireOver(viewer, user);
    return user;
  }

  /** The hash of a new password, if it is acceptable. */
  String hash(String field, String password) {
    passwords.requireAcceptable(field, password);
    return passwords.hash(password);
  }

  private void checkDiscipline(@Nullable Id<Discipline> disciplineId) {
    if (disciplineId != null) {
      disciplines.requireInUse(disciplineId, "disciplineId");
    }
  }
}
