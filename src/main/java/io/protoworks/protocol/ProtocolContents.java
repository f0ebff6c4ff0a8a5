package io.protoworks.protocol;

import io.protoworks.platform.CanonicalJson;
import io.protoworks.platform.Json;
import io.protoworks.platform.Row;
import io.protoworks.template.ItemType;
import io.protoworks.template.ProtocolType;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
      @Nullable OffsetDateTime filledAt) {}

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

  /** An item as it is signed, and the protocol that it is of. */
  record ItemOfProtocol(
      UUID protocolId,
      String code,
      ItemType itemType,
      @Nullable Json value,
      @Nullable ItemOutcome outcome,
      @Nullable UUID filledBy,
      @Nullable OffsetDateTime filledAt)
      implements Row {
    ContentItem content() {
      return new ContentItem(code, itemType, value, outcome, filledBy, filledAt);
    }
  }

  /** An equipment, and a protocol that checks it. */
  record EquipmentOfProtocol(UUID protocolId, UUID equipmentId) implements Row {}

  /** The SHA-256 of the contents as the database holds them now. */
  String hashOf(Protocol protocol) {
    return hashOf(protocol, protocol.round());
  }

  /** The SHA-256 that a signature of this round has, if nothing changed since. */
  String hashOf(Protocol protocol, int round) {
    return read(List.of(protocol)).hashOf(protocol, round);
  }

  /** The SHA-256 of the contents of each of these protocols. */
  Map<UUID, String> hashesOf(Collection<Protocol> protocols) {
    Read read = read(protocols);
    return protocols.stream()
        .collect(
            Collectors.toMap(Protocol::id, protocol -> read.hashOf(protocol, protocol.round())));
  }

  /** Two statements for all of them. */
  private Read read(Collection<Protocol> protocols) {
    UUID[] ids = protocols.stream().map(Protocol::id).toArray(UUID[]::new);
    return new Read(
        contents.listEquipments(ids).stream()
            .collect(
                Collectors.groupingBy(
                    EquipmentOfProtocol::protocolId,
                    Collectors.mapping(EquipmentOfProtocol::equipmentId, Collectors.toList()))),
        contents.listItems(ids).stream()
            .collect(
                Collectors.groupingBy(
                    ItemOfProtocol::protocolId,
                    Collectors.mapping(ItemOfProtocol::content, Collectors.toList()))));
  }

  /** What is signed of some protocols. */
  private record Read(Map<UUID, List<UUID>> equipmentIds, Map<UUID, List<ContentItem>> items) {

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
                  equipmentIds.getOrDefault(protocol.id(), List.of()),
                  items.getOrDefault(protocol.id(), List.of())))
          .sha256();
    }
  }
}
