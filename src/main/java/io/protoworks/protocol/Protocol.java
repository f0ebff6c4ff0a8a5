package io.protoworks.protocol;

import io.protoworks.completion.Completion;
import io.protoworks.plant.InSubsystem;
import io.protoworks.platform.Followed;
import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import io.protoworks.template.ProtocolType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A check of equipments at a stage, made of a template and signed by the parties. */
public record Protocol(
    UUID id,
    int number,
    UUID templateId,
    ProtocolType stage,
    UUID projectId,
    UUID subsystemId,
    ProtocolStatus status,
    int round,
    UUID executorCompanyId,
    @Nullable UUID currentCompanyId,
    @Nullable LocalDate dueOn,
    boolean gateBroken,
    int openPa,
    int openPb,
    int openPc,
    @Nullable OffsetDateTime releasedAt,
    @Nullable OffsetDateTime finalizedAt,
    boolean isActive,
    int version,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt,
    UUID createdBy,
    UUID updatedBy)
    implements Row, Versioned, InSubsystem, Followed {

  @Override
  public String stateNow() {
    return status.name();
  }

  @Override
  public UUID followedProtocol() {
    return id;
  }

  @Override
  public UUID followedSubsystem() {
    return subsystemId;
  }

  /** How complete it is; null when it is cancelled, and so in no count. */
  public @Nullable Completion completion() {
    return status == ProtocolStatus.CANCELLED
        ? null
        : Completion.of(status == ProtocolStatus.FINALIZED, openPa, openPb, openPc);
  }

  /** Gates count protocols as done, cancelled or neither: a step among the rest moves none. */
  @Override
  public boolean canMoveGates(InSubsystem before) {
    return !(before instanceof Protocol earlier
        && earlier.status != status
        && earlier.isUnderWay()
        && isUnderWay());
  }

  private boolean isUnderWay() {
    return status != ProtocolStatus.FINALIZED && status != ProtocolStatus.CANCELLED;
  }

  int openPendencies() {
    return openPa + openPb + openPc;
  }
}
