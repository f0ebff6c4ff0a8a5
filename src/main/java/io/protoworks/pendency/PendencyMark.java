package io.protoworks.pendency;

import io.protoworks.platform.Viewer;
import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Who did something, when and from where. */
record PendencyMark(UUID userId, OffsetDateTime at, InetAddress ipAddress) {
  static PendencyMark of(Viewer viewer, OffsetDateTime at) {
    return new PendencyMark(viewer.userId(), at, viewer.client().address());
  }
}
