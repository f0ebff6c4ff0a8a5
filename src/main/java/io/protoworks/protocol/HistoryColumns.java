package io.protoworks.protocol;

import io.protoworks.platform.Viewer;
import java.net.InetAddress;
import java.util.List;
import java.util.UUID;

/**
 * Steps of protocols that one viewer takes at once and for no reason, as a statement takes them.
 *
 * @param protocolIds the protocols as they are after the step
 * @param newStatuses their status from then on
 * @param rounds their round from then on
 */
@SuppressWarnings("ArrayRecordComponent") // read once, by the statement
record HistoryColumns(
    UUID[] protocolIds,
    String[] newStatuses,
    Integer[] rounds,
    UUID userId,
    InetAddress ipAddress) {

  static HistoryColumns of(Viewer viewer, List<Protocol> after) {
    return new HistoryColumns(
        after.stream().map(Protocol::id).toArray(UUID[]::new),
        after.stream().map(protocol -> protocol.status().name()).toArray(String[]::new),
        after.stream().map(Protocol::round).toArray(Integer[]::new),
        viewer.userId(),
        viewer.client().address());
  }
}
