package io.protoworks.identity;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Json;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Viewer;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The profiles: everybody keeps their own; whoever finds all people sees all. */
@Service
class UserProfileService {
  private static final String TYPE = "UserProfile";
  private static final int NONE_YET = 0;
  private static final int LONGEST_PREFERENCES = 65_536;
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private static final Json NO_PREFERENCES = new Json("{}");

  private final UserProfileMapper profiles;
  private final Changes changes;

  UserProfileService(UserProfileMapper profiles, Changes changes) {
    this.profiles = profiles;
    this.changes = changes;
  }

  record ChangeProfileInput(
      int expectedVersion,
      @Nullable String displayName,
      @Nullable URI avatarUrl,
      @Nullable Json preferences) {

    ChangeProfileInput {
      preferences = preferences == null ? NO_PREFERENCES : preferences;
    }

    public @Nullable String avatarAddress() {
      return avatarUrl == null ? null : avatarUrl.toString();
    }
  }

  List<UserProfile> listVisibleByUserIds(Viewer viewer, Collection<UUID> userIds) {
    return profiles.listVisibleByUserIds(Directory.of(viewer), userIds.toArray(UUID[]::new));
  }

  @Transactional
  UserProfile change(Viewer viewer, ChangeProfileInput input) {
    check(input);
    UserProfile before = profiles.lockByUserId(viewer.userId());
    int version = before == null ? NONE_YET : before.version();
    if (version != input.expectedVersion()) {
      throw Refused.stale(before);
    }
    return before == null ? create(viewer, input) : update(viewer, before, input);
  }

  private UserProfile create(Viewer viewer, ChangeProfileInput input) {
    UserProfile created = profiles.insert(viewer.userId(), input);
    if (created == null) {
      throw Refused.stale(profiles.lockByUserId(viewer.userId()));
    }
    changes.record(viewer, Change.created(TYPE, created.userId(), null, created));
    return created;
  }

  private UserProfile update(Viewer viewer, UserProfile before, ChangeProfileInput input) {
    UserProfile after = profiles.update(viewer.userId(), input);
    changes.record(viewer, Change.changed(TYPE, after.userId(), null, before, after));
    return after;
  }

  private static void check(ChangeProfileInput input) {
    if (input.avatarUrl() != null && !SCHEMES.contains(input.avatarUrl().getScheme())) {
      throw Refused.invalid("avatarUrl", "A picture's address begins with http:// or https://.");
    }
    Json preferences = input.preferences();
    if (preferences != null && preferences.text().length() > LONGEST_PREFERENCES) {
      throw Refused.invalid(
          "preferences",
          "Preferences have at most %,d characters as JSON.".formatted(LONGEST_PREFERENCES));
    }
  }
}
