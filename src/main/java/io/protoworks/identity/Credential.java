package io.protoworks.identity;

import io.protoworks.platform.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user gets in with.
 *
 * @param passwordHash null when an identity provider vouches for the user
 */
record Credential(
    UUID userId, String email, @Nullable String passwordHash, UserStatus status, boolean isActive)
    implements Row {

  boolean letsIn() {
    return isActive && status == UserStatus.ACTIVE;
  }

  @Override
  public String toString() {
    return "Credential[%s]".formatted(userId);
  }
}
