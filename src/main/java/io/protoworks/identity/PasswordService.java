package io.protoworks.identity;

import io.protoworks.identity.LoginInputs.ChangePasswordInput;
import io.protoworks.platform.Refused;
import io.protoworks.platform.SecurityEvents;
import io.protoworks.platform.Viewer;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Lets people change their password. Hashing takes its time, so it is done outside of the
 * transaction.
 */
@Service
class PasswordService {
  private final CredentialService credentials;
  private final LoginAttempts attempts;
  private final Passwords passwords;
  private final SecurityEvents securityEvents;

  PasswordService(
      CredentialService credentials,
      LoginAttempts attempts,
      Passwords passwords,
      SecurityEvents securityEvents) {
    this.credentials = credentials;
    this.attempts = attempts;
    this.passwords = passwords;
    this.securityEvents = securityEvents;
  }

  /** Changes the viewer's password and ends their other sessions. Guessing is slowed down. */
  void change(Viewer viewer, ChangePasswordInput input) {
    AccountScope.requireSession(viewer);
    passwords.requireCheckable("currentPassword", input.currentPassword());
    passwords.requireAcceptable("newPassword", input.newPassword());
    UUID userId = viewer.userId();
    Credential credential = credentials.findByUserId(userId);
    if (credential == null || credential.passwordHash() == null) {
      throw Refused.invalid(
          "currentPassword", "You sign in at an identity provider; change your password there.");
    }
    String hash = credential.passwordHash();
    boolean fits =
        attempts.attempt(
            credential.email(),
            userId,
            viewer.client(),
            () -> passwords.matches(input.currentPassword(), hash));
    if (!fits) {
      securityEvents.record("PASSWORD_CHANGE_FAILED", userId, viewer.client(), Map.of());
      throw wrongCurrentPassword();
    }
    if (input.newPassword().equals(input.currentPassword())) {
      throw Refused.invalid("newPassword", "This is your current password; choose another one.");
    }
    if (!credentials.replacePassword(viewer, hash, passwords.hash(input.newPassword()))) {
      throw wrongCurrentPassword();
    }
    securityEvents.record("PASSWORD_CHANGED", userId, viewer.client(), Map.of());
  }

  private static Refused wrongCurrentPassword() {
    return Refused.invalid("currentPassword", "This is not your current password.");
  }
}
