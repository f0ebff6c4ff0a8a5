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

  /** The SHA-256 of the contents of a protocol that is locked, as the database holds them now. */
  String hashOf(ProtocolCase opened) {
    Protocol protocol = opened.protocol();
    return canonical(
            protocol,
            opened.facts().equipmentIds(),
            contents.listItemsOf(protocol.id()).stream().map(ItemOfProtocol::content).toList())
        .sha256();
  }

  /** The SHA-256 of the contents of each of these protocols; two statements for all of them. */
  Map<UUID, String> hashesOf(Collection<Protocol> protocols) {
    UUID[] ids = protocols.stream().map(Protocol::id).toArray(UUID[]::new);
    Map<UUID, List<UUID>> equipmentIds =
        contents.listEquipments(ids).stream()
            .collect(
                Collectors.groupingBy(
                    EquipmentOfProtocol::protocolId,
                    Collectors.mapping(EquipmentOfProtocol::equipmentId, Collectors.toList())));
    Map<UUID, List<ContentItem>> items =
        contents.listItems(ids).stream()
            .collect(
                Collectors.groupingBy(
                    ItemOfProtocol::protocolId,
                    Collectors.mapping(ItemOfProtocol::content, Collectors.toList())));
    return protocols.stream()
        .collect(
            Collectors.toMap(
                Protocol::id,
                protocol ->
                    canonical(
                            protocol,
                            equipmentIds.getOrDefault(protocol.id(), List.of()),
                            items.getOrDefault(protocol.id(), List.of()))
                        .sha256()));
  }

  /** What a signature of the present round is for. */
  static CanonicalJson canonical(
      Protocol protocol, List<UUID> equipmentIds, List<ContentItem> items) {
    return CanonicalJson.of(
        new Content(
            protocol.id(),
            protocol.number(),
            protocol.stage(),
            protocol.templateId(),
            protocol.subsystemId(),
            protocol.executorCompanyId(),
            protocol.round(),
            equipmentIds,
            items));
  }
}
