package io.protoworks.identity;

import io.protoworks.identity.DeviceService.LoginDevice;
import io.protoworks.identity.LoginInputs.LoginInput;
import io.protoworks.identity.LoginInputs.RefreshInput;
import io.protoworks.identity.SessionService.Refreshable;
import io.protoworks.platform.Client;
import io.protoworks.platform.Refused;
import io.protoworks.platform.SecurityEvents;
import io.protoworks.platform.Viewer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Lets people in, and keeps them in. It has no transaction of its own: what must be known of a
 * refused login is kept although the login changes nothing.
 */
@Service
class LoginService {
  private final CredentialService credentials;
  private final LoginAttempts attempts;
  private final Passwords passwords;
  private final SessionService sessions;
  private final UserService users;
  private final ViewerMapper viewers;
  private final AccessTokens accessTokens;
  private final SecurityEvents securityEvents;

  LoginService(
      CredentialService credentials,
      LoginAttempts attempts,
      Passwords passwords,
      SessionService sessions,
      UserService users,
      ViewerMapper viewers,
      AccessTokens accessTokens,
      SecurityEvents securityEvents) {
    this.credentials = credentials;
    this.attempts = attempts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.users = users;
    this.viewers = viewers;
    this.accessTokens = accessTokens;
    this.securityEvents = securityEvents;
  }

  /** The tokens of a session, as the client gets them. */
  record Tokens(String accessToken, String refreshToken, OffsetDateTime expiresAt) {
    @Override
    public String toString() {
      return "Tokens[%s]".formatted(expiresAt);
    }
  }

  /** Somebody who has just come in. */
  record LoggedIn(Viewer viewer, User user, Tokens tokens) {}

  LoggedIn login(LoginInput input, Client client) {
    passwords.requireCheckable("password", input.password());
    String email = input.email().strip().toLowerCase(Locale.ROOT);
    Credential credential = credentials.findByEmail(email);
    UUID userId = credential == null ? null : credential.userId();
    String hash = credential == null ? null : credential.passwordHash();
    boolean fits =
        attempts.attempt(
            email,
            userId,
            client,
            () -> passwords.matches(input.password(), hash) && letsIn(credential));
    Refreshable session =
        fits && credential != null
            ? sessions.open(credential, LoginDevice.of(input, client), client)
            : null;
    if (session == null) {
      securityEvents.record(
          "LOGIN_FAILED", userId, client, Map.of("reason", reasonFor(credential)));
      throw new Refused(AccessErrors.loginRefused());
    }
    return loggedIn(session, client);
  }

  /** Carries a session on; a refresh token that was used before ends its session instead. */
  Tokens refresh(RefreshInput input, Client client) {
    String tokenHash = Secrets.hash(input.refreshToken());
    Refreshable next = sessions.rotate(tokenHash, client);
    if (next == null) {
      Session ended = sessions.endIfReused(tokenHash, client);
      if (ended != null) {
        securityEvents.record(
            "REFRESH_TOKEN_REUSED",
            ended.userId(),
            client,
            Map.of("session", ended.id().toString()));
      }
      throw new Refused(AccessErrors.refreshRefused());
    }
    return tokens(next);
  }

  private LoggedIn loggedIn(Refreshable opened, Client client) {
    Session session = opened.session();
    ViewerRow viewer = viewers.findBySession(session.userId(), session.id());
    if (viewer == null) {
      throw new Refused(AccessErrors.loginRefused());
    }
    User user = users.listByIds(List.of(session.userId())).getFirst();
    return new LoggedIn(viewer.toViewer(client), user, tokens(opened));
  }

  private Tokens tokens(Refreshable opened) {
    Session session = opened.session();
    AccessTokens.Issued access = accessTokens.issue(session.userId(), session.id());
    return new Tokens(
        access.token(), opened.refreshToken(), access.expiresAt().atOffset(ZoneOffset.UTC));
  }

  private static boolean letsIn(@Nullable Credential credential) {
    return credential != null && credential.letsIn();
  }

  /** For those who guard the system; whoever tries to log in never learns it. */
  private static String reasonFor(@Nullable Credential credential) {
    if (credential == null) {
      return "UNKNOWN_EMAIL";
    }
    if (!credential.isActive()) {
      return "INACTIVE";
    }
    if (credential.status() != UserStatus.ACTIVE) {
      return credential.status().name();
    }
    return credential.passwordHash() == null ? "NO_PASSWORD" : "WRONG_PASSWORD";
  }
}
