package io.protoworks.completion;

import io.protoworks.platform.Followed;
import io.protoworks.platform.Row;
import io.protoworks.template.ProtocolType;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A gate of a subsystem, as it was last judged. Nobody opens or closes it: {@link GateKeeper} does,
 * in the transaction that changes what it depends on.
 */
public record Gate(
    UUID id,
    UUID subsystemId,
    UUID projectId,
    GateType type,
    boolean isOpen,
    OffsetDateTime changedAt)
    implements Row, Followed {

  @Override
  public String stateNow() {
    return isOpen ? "OPEN" : "CLOSED";
  }

  @Override
  public UUID followedSubsystem() {
    return subsystemId;
  }

  /** The stage that it stands after: what has to be done for it to open. */
  public ProtocolType stage() {
    return type.stage();
  }

  /** The stage that it opens; null for an acceptance. */
  public @Nullable ProtocolType opens() {
    return type.opens();
  }
}
