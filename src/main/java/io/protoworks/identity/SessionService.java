package io.protoworks.identity;

import io.protoworks.identity.DeviceService.LoginDevice;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Client;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sessions: how they begin, go on and end. */
@Service
class SessionService {
  private static final String TYPE = "Session";

  private final SessionMapper sessions;
  private final CredentialMapper credentials;
  private final DeviceService devices;
  private final SessionProperties properties;
  private final Changes changes;

  SessionService(
      SessionMapper sessions,
      CredentialMapper credentials,
      DeviceService devices,
      SessionProperties properties,
      Changes changes) {
    this.sessions = sessions;
    this.credentials = credentials;
    this.devices = devices;
    this.properties = properties;
    this.changes = changes;
  }

  /** A session and the refresh token that carries it on; the only time that the token is known. */
  record Refreshable(Session session, String refreshToken) {
    @Override
    public String toString() {
      return "Refreshable[%s]".formatted(session.id());
    }
  }

  /** Begins a session, unless the user was suspended or changed the password since the check. */
  @Transactional
  @Nullable Refreshable open(Credential credential, LoginDevice device, Client client) {
    String passwordHash = Objects.requireNonNull(credential.passwordHash());
    UUID userId = credential.userId();
    if (credentials.updateLastLogin(userId, passwordHash) == 0) {
      return null;
    }
    Device known = devices.recognise(new Viewer(userId, null, Set.of(), client), device);
    String token = Secrets.random();
    Session session =
        sessions.insert(
            userId,
            known.id(),
            Secrets.hash(token),
            device.fingerprintHash(),
            client,
            properties.idleLifetime().toSeconds());
    sessions.insertToken(session, Secrets.hash(token), client);
    changes.record(
        new Viewer(userId, session.id(), Set.of(), client),
        Change.of(Change.Action.LOGIN, TYPE, "started", session.id(), null, null, session));
    return new Refreshable(session, token);
  }

  /** Exchanges a refresh token for the next one; of several at once exactly one succeeds. */
  @Transactional
  @Nullable Refreshable rotate(String tokenHash, Client client) {
    String token = Secrets.random();
    Session session =
        sessions.rotate(
            tokenHash,
            Secrets.hash(token),
            client,
            properties.idleLifetime().toSeconds(),
            properties.longestLifetime().toSeconds());
    if (session == null) {
      return null;
    }
    sessions.useToken(tokenHash);
    sessions.insertToken(session, Secrets.hash(token), client);
    changes.record(
        new Viewer(session.userId(), session.id(), Set.of(), client),
        Change.of(Change.Action.UPDATE, TYPE, "refreshed", session.id(), null, null, session));
    return new Refreshable(session, token);
  }

  /** Ends the live session of a refresh token that was used before: two have it, one stole it. */
  @Transactional
  @Nullable Session endIfReused(String tokenHash, Client client) {
    Session ended = sessions.revokeByReusedToken(tokenHash);
    if (ended != null) {
      recordEnds(new Viewer(Viewer.SYSTEM_USER, null, Set.of(), client), List.of(ended), "revoked");
    }
    return ended;
  }

  @Transactional
  Session logout(Viewer viewer) {
    return end(viewer, AccountScope.requireSession(viewer), SessionEnd.LOGGED_OUT, "ended");
  }

  @Transactional
  Session revoke(Viewer viewer, RevokeInput<Session> input) {
    AccountScope.requireSession(viewer);
    return end(viewer, input.id().uuid(), SessionEnd.REVOKED, "revoked");
  }

  /** Forgets a device of the user's, and ends its sessions. */
  @Transactional
  Device revokeDevice(Viewer viewer, RevokeInput<Device> input) {
    AccountScope.requireSession(viewer);
    Device device = devices.revoke(viewer, input.id().uuid());
    List<Session> ended = sessions.revokeByDeviceId(device.id(), SessionEnd.DEVICE_REVOKED);
    recordEnds(viewer, ended, "revoked");
    return device;
  }

  /** Ends all sessions of the viewer but this one, in the transaction that changes the password. */
  @Transactional
  void endOthers(Viewer viewer) {
    UUID current = AccountScope.requireSession(viewer);
    List<Session> ended =
        sessions.revokeByUserId(viewer.userId(), current, SessionEnd.PASSWORD_CHANGED);
    recordEnds(viewer, ended, "revoked");
  }

  /** Ends all sessions of a user, in the transaction that is the reason. */
  @Transactional
  void endAll(Viewer viewer, UUID userId, SessionEnd reason) {
    recordEnds(viewer, sessions.revokeByUserId(userId, null, reason), "revoked");
  }

  List<Session> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return sessions.listVisibleByIds(AccountScope.of(viewer), ids.toArray(UUID[]::new));
  }

  List<Session> listByUserIds(
      Viewer viewer, Collection<UUID> userIds, AccessQuery query, Page page) {
    return sessions.listByUserIds(
        AccountScope.of(viewer), userIds.toArray(UUID[]::new), query.ended(), page);
  }

  Map<UUID, Integer> countByUserIds(Viewer viewer, Collection<UUID> userIds, AccessQuery query) {
    return ParentCount.byParent(
        sessions.countByUserIds(
            AccountScope.of(viewer), userIds.toArray(UUID[]::new), query.ended()));
  }

  private Session end(Viewer viewer, UUID id, SessionEnd reason, String verb) {
    Session before = sessions.lockById(AccountScope.of(viewer), id);
    if (before == null) {
      throw Refused.unknown("id", "session");
    }
    if (before.isRevoked()) {
      return before;
    }
    Session after = sessions.revoke(id, reason);
    recordEnds(viewer, List.of(after), verb);
    return after;
  }

  private void recordEnds(Viewer viewer, List<Session> ended, String verb) {
    if (ended.isEmpty()) {
      return;
    }
    sessions.revokeTokens(ended.stream().map(Session::id).toArray(UUID[]::new));
    for (Session session : ended) {
      changes.record(
          viewer, Change.of(Change.Action.LOGOUT, TYPE, verb, session.id(), null, null, session));
    }
  }
}
