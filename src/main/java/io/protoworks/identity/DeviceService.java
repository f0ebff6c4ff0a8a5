package io.protoworks.identity;

import io.protoworks.identity.LoginInputs.LoginInput;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The devices that users are known by. */
@Service
class DeviceService {
  private static final String TYPE = "Device";

  /** What a User-Agent says of a platform, the telling words first. */
  private static final List<Map.Entry<String, String>> PLATFORMS =
      List.of(
          Map.entry("Windows", "Windows"),
          Map.entry("Android", "Android"),
          Map.entry("iPhone", "iOS"),
          Map.entry("iPad", "iOS"),
          Map.entry("Macintosh", "macOS"),
          Map.entry("Linux", "Linux"));

  private final DeviceMapper devices;
  private final Changes changes;

  DeviceService(DeviceMapper devices, Changes changes) {
    this.devices = devices;
    this.changes = changes;
  }

  /**
   * The device of a login.
   *
   * @param key tells it from the user's other devices
   * @param fingerprintHash what it told of itself, null when nothing
   */
  record LoginDevice(
      String key,
      @Nullable String fingerprintHash,
      @Nullable String name,
      @Nullable String platform) {

    /** A client that tells no fingerprint is known by its User-Agent. */
    static LoginDevice of(LoginInput input, Client client) {
      String fingerprint = input.deviceFingerprint();
      String hash = fingerprint == null ? null : Secrets.hash(fingerprint);
      return new LoginDevice(
          hash == null ? Secrets.hash("user agent " + client.userAgent()) : hash,
          hash,
          input.deviceName(),
          platformOf(client));
    }
  }

  /**
   * The device of the viewer's login, which is known from now on. That it was seen again is no
   * change. Two logins of a user follow each other, since a login locks the user.
   */
  @Transactional
  Device recognise(Viewer viewer, LoginDevice device) {
    UUID userId = viewer.userId();
    Device before = devices.lockByFingerprint(userId, device.key());
    Device after = devices.upsert(userId, device.key(), device.name(), device.platform());
    if (before == null) {
      changes.record(viewer, Change.created(TYPE, after.id(), null, after));
    } else if (before.revokedAt() != null) {
      changes.record(viewer, Change.restored(TYPE, after.id(), null, before, after));
    } else if (!after.isDescribedAs(before)) {
      changes.record(viewer, Change.changed(TYPE, after.id(), null, before, after));
    }
    return after;
  }

  @Transactional
  Device revoke(Viewer viewer, UUID id) {
    Device before = devices.lockById(AccountScope.of(viewer), id);
    if (before == null) {
      throw Refused.unknown("id", "device");
    }
    if (before.revokedAt() != null) {
      return before;
    }
    Device after = devices.revoke(id);
    changes.record(
        viewer, Change.of(Change.Action.DELETE, TYPE, "revoked", id, null, before, after));
    return after;
  }

  /** The devices of these ids, for whoever already sees what names them. */
  List<Device> listByIds(Collection<UUID> ids) {
    return devices.listByIds(ids.toArray(UUID[]::new));
  }

  List<Device> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return devices.listVisibleByIds(AccountScope.of(viewer), ids.toArray(UUID[]::new));
  }

  List<Device> listByUserIds(
      Viewer viewer, Collection<UUID> userIds, AccessQuery query, Page page) {
    return devices.listByUserIds(
        AccountScope.of(viewer), userIds.toArray(UUID[]::new), query.ended(), page);
  }

  Map<UUID, Integer> countByUserIds(Viewer viewer, Collection<UUID> userIds, AccessQuery query) {
    return ParentCount.byParent(
        devices.countByUserIds(
            AccountScope.of(viewer), userIds.toArray(UUID[]::new), query.ended()));
  }

  private static @Nullable String platformOf(Client client) {
    String userAgent = client.userAgent();
    return userAgent == null
        ? null
        : PLATFORMS.stream()
            .filter(platform -> userAgent.contains(platform.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
  }
}
