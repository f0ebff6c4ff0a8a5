package io.protoworks.protocol;

import io.protoworks.platform.CanonicalJson;
import io.protoworks.platform.Json;
import io.protoworks.platform.Row;
import io.protoworks.template.ItemType;
import io.protoworks.template.ProtocolType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What a signature on a protocol is for: the protocol, its equipments and its items with their
 * values, as canonical JSON (RFC 8785). What goes on living is no part of it: approvals,
 * pendencies, and the tags of equipments, which can be corrected.
 */
@Service
class ProtocolContents {
  private final ProtocolContentMapper contents;

  ProtocolContents(ProtocolContentMapper contents) {
    this.contents = contents;
  }

  /** An item as it is signed. */
  record ContentItem(
      String code,
      ItemType itemType,
      @Nullable Json value,
      @Nullable ItemOutcome outcome,
      @Nullable UUID filledBy,
      @Nullable OffsetDateTime filledAt)
      implements Row {}

  /** All that is signed. */
  record Content(
      UUID id,
      int number,
      ProtocolType stage,
      UUID templateId,
      UUID subsystemId,
      UUID executorCompanyId,
      int round,
      List<UUID> equipmentIds,
      List<ContentItem> items) {}

  /** The SHA-256 of the contents as the database holds them now. */
  String hashOf(Protocol protocol) {
    return hashOf(protocol, protocol.round());
  }

  /** The SHA-256 that a signature of this round has, if nothing changed since. */
  String hashOf(Protocol protocol, int round) {
    return CanonicalJson.of(
            new Content(
                protocol.id(),
                protocol.number(),
                protocol.stage(),
                protocol.templateId(),
                protocol.subsystemId(),
                protocol.executorCompanyId(),
                round,
                contents.listEquipmentIds(protocol.id()),
                contents.listItems(protocol.id())))
        .sha256();
  }
}
