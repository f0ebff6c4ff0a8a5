package io.protoworks.completion;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.protoworks.plant.InSubsystem;
import io.protoworks.platform.Followed;
import io.protoworks.platform.Row;
import io.protoworks.template.ProtocolType;
import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signed exemption: the equipment needs no protocol of the stage. It never changes, and can be
 * revoked, once.
 */
public record GateWaiver(
    UUID id,
    UUID equipmentId,
    ProtocolType stage,
    UUID subsystemId,
    UUID projectId,
    String reason,
    UUID companyId,
    UUID signedBy,
    OffsetDateTime signedAt,
    InetAddress ipAddress,
    String signatureImagePath,
    String contentHash,
    @Nullable OffsetDateTime revokedAt,
    @Nullable UUID revokedBy,
    @Nullable String revocationReason)
    implements Row, InSubsystem, Followed {

  @Override
  public String stateNow() {
    return revokedAt == null ? "SIGNED" : "REVOKED";
  }

  @Override
  public UUID followedSubsystem() {
    return subsystemId;
  }

  /** Whether it is still what was signed. */
  @JsonIgnore
  public boolean isIntact() {
    return contentHash.equals(
        new GateWaiverContent(
                equipmentId,
                stage,
                subsystemId,
                projectId,
                reason,
                companyId,
                signedBy,
                signedAt,
                ipAddress,
                signatureImagePath)
            .hash());
  }
}
