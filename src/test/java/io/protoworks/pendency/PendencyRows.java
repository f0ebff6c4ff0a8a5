package io.protoworks.pendency;

import io.protoworks.plant.ProjectStanding;
import io.protoworks.template.PendencyType;
import io.protoworks.template.ProtocolType;
import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pendencies for tests of rules, which ask no database. */
final class PendencyRows {
  static final UUID RAISING = new UUID(0, 11);
  static final UUID CLEARING = new UUID(0, 12);
  static final UUID OTHER = new UUID(0, 13);
  static final UUID CLEARER = new UUID(0, 21);
  static final UUID REQUESTER = new UUID(0, 22);
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-02-03T12:00:00Z");
  private static final UUID ID = new UUID(0, 1);

  private PendencyRows() {}

  static Pendency pendency(
      PendencyStatus status, boolean cleared, @Nullable PendencyType requestedType) {
    InetAddress address = InetAddress.getLoopbackAddress();
    boolean resolved = status == PendencyStatus.RESOLVED;
    return new Pendency(
        ID,
        1,
        ID,
        ID,
        null,
        ID,
        ID,
        ProtocolType.C1,
        PendencyType.PA,
        "The flange leaks",
        status,
        RAISING,
        CLEARING,
        null,
        null,
        false,
        cleared ? NOW : null,
        cleared ? CLEARER : null,
        cleared ? address : null,
        cleared ? "A new gasket" : null,
        resolved ? NOW : null,
        resolved ? ID : null,
        resolved ? address : null,
        null,
        0,
        requestedType,
        requestedType == null ? null : NOW,
        requestedType == null ? null : REQUESTER,
        requestedType == null ? null : "It does not keep us",
        1,
        NOW,
        ID,
        address,
        NOW,
        ID);
  }

  static ProjectStanding standing(UUID company, List<String> parts, List<String> permissions) {
    return new ProjectStanding(ID, company, parts, permissions);
  }
}
