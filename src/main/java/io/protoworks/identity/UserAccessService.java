package io.protoworks.identity;

import io.protoworks.identity.UserInputs.ResetPasswordInput;
import io.protoworks.platform.Change;
import io.protoworks.platform.Change.Action;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Id;
import io.protoworks.platform.Refused;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shuts users out and lets them in again. Whoever is shut out loses their logins at once, and with
 * a deactivation their API keys for good.
 */
@Service
class UserAccessService {
  private static final String TYPE = "User";

  private final UserMapper users;
  private final SessionService sessions;
  private final ApiKeyService apiKeys;
  private final UserService userService;
  private final Reach reach;
  private final CompanyService companies;
  private final Changes changes;

  UserAccessService(
      UserMapper users,
      SessionService sessions,
      ApiKeyService apiKeys,
      UserService userService,
      Reach reach,
      CompanyService companies,
      Changes changes) {
    this.users = users;
    this.sessions = sessions;
    this.apiKeys = apiKeys;
    this.userService = userService;
    this.reach = reach;
    this.companies = companies;
    this.changes = changes;
  }

  @Transactional
  User deactivate(Viewer viewer, VersionedId<User> input) {
    User before = userService.lock(viewer, input.id(), input.expectedVersion());
    if (!before.isActive()) {
      return before;
    }
    refuseOneself(viewer, before, "You can't deactivate yourself; ask another administrator.");
    reach.refuseLastAdmin(before);
    User after = users.updateActive(before.id(), false);
    sessions.endAll(viewer, after.id(), SessionEnd.USER_DEACTIVATED);
    apiKeys.revokeAll(viewer, after.id());
    changes.record(viewer, Change.deactivated(TYPE, after.id(), null, before, after));
    return after;
  }

  @Transactional
  User restore(Viewer viewer, VersionedId<User> input) {
    User before = userService.lock(viewer, input.id(), input.expectedVersion());
    if (before.isActive()) {
      return before;
    }
    companies.requireInUse(viewer, new Id<>(Objects.requireNonNull(before.companyId())), "id");
    User after = users.updateActive(before.id(), true);
    changes.record(viewer, Change.restored(TYPE, after.id(), null, before, after));
    return after;
  }

  @Transactional
  User suspend(Viewer viewer, VersionedId<User> input) {
    User before = userService.lock(viewer, input.id(), input.expectedVersion());
    if (before.status() == UserStatus.SUSPENDED) {
      return before;
    }
    refuseOneself(viewer, before, "You can't suspend yourself; ask another administrator.");
    reach.refuseLastAdmin(before);
    User after = users.updateStatus(before.id(), UserStatus.SUSPENDED);
    sessions.endAll(viewer, after.id(), SessionEnd.USER_SUSPENDED);
    record(viewer, "suspended", before, after);
    return after;
  }

  @Transactional
  User reactivate(Viewer viewer, VersionedId<User> input) {
    User before = userService.lock(viewer, input.id(), input.expectedVersion());
    if (before.status() == UserStatus.ACTIVE) {
      return before;
    }
    User after = users.updateStatus(before.id(), UserStatus.ACTIVE);
    record(viewer, "reactivated", before, after);
    return after;
  }

  @Transactional
  User resetPassword(Viewer viewer, ResetPasswordInput input) {
    User before = userService.lock(viewer, input.id(), input.expectedVersion());
    refuseOneself(viewer, before, "Change your own password by naming the old one.");
    if (before.oauthProvider() != null && !before.oauthProvider().equals("local")) {
      throw Refused.invalid(
          "id",
          "%s signs in through %s and has no password here."
              .formatted(before.name(), before.oauthProvider()));
    }
    String hash = userService.hash("newPassword", input.newPassword());
    User after = users.updatePasswordHash(before.id(), hash);
    sessions.endAll(viewer, after.id(), SessionEnd.PASSWORD_RESET);
    record(viewer, "password_reset", before, after);
    return after;
  }

  private static void refuseOneself(Viewer viewer, User user, String message) {
    if (user.id().equals(viewer.userId())) {
      throw Refused.invalid("id", message);
    }
  }

  private void record(Viewer viewer, String verb, User before, User after) {
    changes.record(viewer, Change.of(Action.UPDATE, TYPE, verb, after.id(), null, before, after));
  }
}
