package io.protoworks.dossier;

import io.protoworks.completion.GateType;
import io.protoworks.platform.CanonicalJson;
import io.protoworks.protocol.SignatureAction;
import io.protoworks.template.PendencyType;
import io.protoworks.template.ProtocolType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate states: facts alone, so that two that were made of the same open gate have the
 * same hash, whoever made them and when.
 *
 * @param equipments how many active equipments the subsystem has, all covered
 * @param carriedOver open pendencies that the gate does not ask for
 */
record GateCertificate(
    UUID gateId,
    GateType gate,
    ProtocolType stage,
    String projectCode,
    UUID subsystemId,
    String subsystemCode,
    OffsetDateTime openSince,
    int equipments,
    List<Finalized> protocols,
    List<Waived> waivers,
    List<CarriedOver> carriedOver,
    List<Party> parties) {

  /** A protocol that is finalized, and the signature that finalized it. */
  record Finalized(
      UUID protocolId,
      int number,
      String templateCode,
      int templateVersion,
      List<String> tags,
      @Nullable String signedBy,
      @Nullable String company,
      @Nullable OffsetDateTime signedAt,
      @Nullable String contentHash) {}

  /** An equipment that is exempt. */
  record Waived(
      String tag,
      String reason,
      String signedBy,
      String company,
      OffsetDateTime signedAt,
      String contentHash) {}

  /** A pendency that goes on beyond the gate. */
  record CarriedOver(
      int number,
      PendencyType type,
      ProtocolType stage,
      String description,
      String clearingCompany,
      @Nullable LocalDate dueOn) {}

  /** Who signed for a company on the protocols of the stage. */
  record Party(
      String company,
      SignatureAction action,
      String person,
      int signatures,
      OffsetDateTime lastSignedAt) {}

  CanonicalJson facts() {
    return CanonicalJson.of(this);
  }
}
