package io.protoworks.protocol;

import io.protoworks.platform.Followed;
import io.protoworks.platform.Json;
import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import io.protoworks.template.ItemType;
import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a protocol asks for at one point, and what was found there. */
public record ProtocolItem(
    UUID id,
    UUID protocolId,
    UUID templateItemId,
    ItemType itemType,
    int order,
    boolean required,
    boolean energizes,
    @Nullable Json valueJson,
    @Nullable ItemOutcome outcome,
    boolean needsPendency,
    boolean needsPhoto,
    ItemApprovalStatus approvalStatus,
    @Nullable OffsetDateTime filledAt,
    @Nullable UUID filledBy,
    @Nullable InetAddress filledIp,
    @Nullable Integer filledRound,
    @Nullable OffsetDateTime approvedAt,
    @Nullable UUID approvedBy,
    @Nullable InetAddress approvedIp,
    @Nullable String approvalNote,
    int openPendencies,
    int version,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt)
    implements Row, Versioned, Followed {

  /** Its outcome. */
  @Override
  public String stateNow() {
    return outcome == null ? "UNANSWERED" : outcome.name();
  }

  @Override
  public UUID followedProtocol() {
    return protocolId;
  }

  /** What was found, in the form of the item's type; null when it is unanswered. */
  public @Nullable ItemValue value() {
    return valueJson == null ? null : ItemValues.read(itemType, valueJson);
  }
}
