package io.protoworks.platform;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. Statements see only {@link #userId}: what that user may see is decided in SQL, at the
 * moment of the request.
 *
 * @param userId the user
 * @param sessionId the login, null when an API key was used
 * @param apiKeyId the API key, null when it was a login
 * @param permissions what the user may do everywhere, already narrowed to the key's scopes
 * @param client from where
 */
public record Viewer(
    UUID userId,
    @Nullable UUID sessionId,
    @Nullable UUID apiKeyId,
    Set<String> permissions,
    Client client) {

  /** Acts for schedulers, gates and imports that outlive their caller; seeded with this id. */
  public static final UUID SYSTEM_USER = UUID.fromString("00000000-0000-7000-8000-000000000001");

  public Viewer {
    permissions = Set.copyOf(permissions);
  }

  /** Without an API key: with a login, or with neither, as what outlives them both. */
  public Viewer(UUID userId, @Nullable UUID sessionId, Set<String> permissions, Client client) {
    this(userId, sessionId, null, permissions, client);
  }

  public static Viewer system(Set<String> permissions) {
    return new Viewer(SYSTEM_USER, null, permissions, Client.SELF);
  }

  public boolean may(String permission) {
    return permissions.contains(permission);
  }

  public void require(String permission) {
    if (!may(permission)) {
      throw Failure.forbidden(permission);
    }
  }
}
