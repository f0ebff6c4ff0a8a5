package io.protoworks.protocol;

import io.protoworks.identity.CompanyType;
import io.protoworks.platform.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the rules need to know of a protocol beside its row, read at once. Items are named by their
 * ids, in the order of the protocol.
 *
 * @param templatePublished whether protocols can be made of its template
 * @param equipmentIds the equipments that it names, by their ids
 * @param equipmentRetired whether one of them is out of use; asked only where it is finalized
 * @param executorParts the parts that the executor has in the project
 * @param managingCompanyId the GERENCIADORA of the project; the one that joined first
 * @param commissioningCompanyId the COMISSIONADORA of the project; the one that joined first
 * @param gateId the gate that guards its stage; none guards C1
 * @param gateOpen whether the gate that guards its stage is open; true at C1
 * @param energized whether an item flagged so is OK in the subsystem; asked only from C3 on
 * @param unanswered required items without a value
 * @param withoutPendency items whose value needs an open pendency and has none; not those that were
 *     approved, whose pendencies are mended
 * @param withoutPhoto items whose value needs a photo and has none
 * @param outOfDate items measured with an instrument that was out of calibration on the day
 * @param rejected rejected items
 * @param notApproved required items that are not approved
 * @param filledByViewer items that the viewer filled in this round
 * @param approvedHash what was signed as APPROVED in this round
 * @param validatedHash what was signed as VALIDATED in this round
 * @param viewerSigned whether the viewer signed in this round already
 * @param signatureImagePath the viewer's signature
 */
record ProtocolFacts(
    UUID protocolId,
    boolean templatePublished,
    List<UUID> equipmentIds,
    boolean equipmentRetired,
    List<String> executorParts,
    @Nullable UUID managingCompanyId,
    @Nullable UUID commissioningCompanyId,
    UUID clientCompanyId,
    @Nullable UUID gateId,
    boolean gateOpen,
    boolean energized,
    List<UUID> unanswered,
    List<UUID> withoutPendency,
    List<UUID> withoutPhoto,
    List<UUID> outOfDate,
    List<UUID> rejected,
    List<UUID> notApproved,
    List<UUID> filledByViewer,
    @Nullable String approvedHash,
    @Nullable String validatedHash,
    boolean viewerSigned,
    @Nullable String signatureImagePath)
    implements Row {

  boolean executorHasPart(CompanyType part) {
    return executorParts.contains(part.name());
  }
}
