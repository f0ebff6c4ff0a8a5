package io.protoworks.protocol;

import io.protoworks.platform.Viewer;
import java.net.InetAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of a protocol, as a statement takes it.
 *
 * @param protocolId the protocol as it is after the step
 * @param newStatus its status from then on
 * @param round its round from then on
 */
record HistoryStep(
    UUID protocolId,
    ProtocolStatus newStatus,
    int round,
    UUID userId,
    InetAddress ipAddress,
    @Nullable String reason,
    boolean isDocumental) {

  static HistoryStep of(
      Viewer viewer, Protocol after, @Nullable String reason, boolean isDocumental) {
    return new HistoryStep(
        after.id(),
        after.status(),
        after.round(),
        viewer.userId(),
        viewer.client().address(),
        reason,
        isDocumental);
  }
}
