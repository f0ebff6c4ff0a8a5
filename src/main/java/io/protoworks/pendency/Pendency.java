package io.protoworks.pendency;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.protoworks.plant.InSubsystem;
import io.protoworks.platform.Followed;
import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import io.protoworks.template.PendencyType;
import io.protoworks.template.ProtocolType;
import java.net.InetAddress;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong or missing at an item of a protocol, or at an equipment of its subsystem.
 *
 * @param requestedType the type that somebody wants a PA to have, until a second person has decided
 */
public record Pendency(
    UUID id,
    int number,
    UUID protocolId,
    @Nullable UUID protocolItemId,
    @Nullable UUID equipmentId,
    UUID subsystemId,
    UUID projectId,
    ProtocolType stage,
    PendencyType type,
    String description,
    PendencyStatus status,
    UUID raisingCompanyId,
    UUID clearingCompanyId,
    @Nullable UUID assignedTo,
    @Nullable LocalDate dueOn,
    boolean evidenceRequired,
    @Nullable OffsetDateTime clearedAt,
    @Nullable UUID clearedBy,
    @Nullable InetAddress clearedIp,
    @Nullable String clearingDescription,
    @Nullable OffsetDateTime resolvedAt,
    @Nullable UUID resolvedBy,
    @Nullable InetAddress resolvedIp,
    @Nullable String resolutionDescription,
    int refusals,
    @Nullable PendencyType requestedType,
    @Nullable OffsetDateTime requestedAt,
    @Nullable UUID requestedBy,
    @Nullable String requestReason,
    int version,
    OffsetDateTime createdAt,
    UUID createdBy,
    InetAddress createdIp,
    OffsetDateTime updatedAt,
    UUID updatedBy)
    implements Row, Versioned, InSubsystem, Followed {

  /** Its status, in which what was cleared is not told from what is open. */
  @Override
  public String stateNow() {
    return isCleared() && status == PendencyStatus.OPEN ? "CLEARED" : status.name();
  }

  @Override
  public UUID followedProtocol() {
    return protocolId;
  }

  @Override
  public UUID followedSubsystem() {
    return subsystemId;
  }

  /** Whether it was cleared, and nobody has refused that. */
  @JsonIgnore
  public boolean isCleared() {
    return clearedAt != null;
  }

  @JsonIgnore
  boolean isOpen() {
    return status == PendencyStatus.OPEN;
  }
}
