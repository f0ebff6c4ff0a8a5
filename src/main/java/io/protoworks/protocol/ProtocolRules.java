package io.protoworks.protocol;

import static io.protoworks.protocol.BlockerCode.CONTENT_CHANGED;
import static io.protoworks.protocol.BlockerCode.EQUIPMENT_INACTIVE;
import static io.protoworks.protocol.BlockerCode.EXECUTOR_UNFIT;
import static io.protoworks.protocol.BlockerCode.GATE_CLOSED;
import static io.protoworks.protocol.BlockerCode.INACTIVE;
import static io.protoworks.protocol.BlockerCode.INSTRUMENTS_OUT_OF_DATE;
import static io.protoworks.protocol.BlockerCode.ITEMS_NOT_APPROVED;
import static io.protoworks.protocol.BlockerCode.NOT_ENERGIZED;
import static io.protoworks.protocol.BlockerCode.NOT_PERMITTED;
import static io.protoworks.protocol.BlockerCode.NO_EQUIPMENT;
import static io.protoworks.protocol.BlockerCode.OPEN_PENDENCIES;
import static io.protoworks.protocol.BlockerCode.PARTY_MISSING;
import static io.protoworks.protocol.BlockerCode.PENDENCIES_MISSING;
import static io.protoworks.protocol.BlockerCode.PHOTOS_MISSING;
import static io.protoworks.protocol.BlockerCode.REJECTED_ITEMS;
import static io.protoworks.protocol.BlockerCode.SIGNATURE_IMAGE_MISSING;
import static io.protoworks.protocol.BlockerCode.SIGNATURE_MISSING;
import static io.protoworks.protocol.BlockerCode.SIGNED_ALREADY;
import static io.protoworks.protocol.BlockerCode.SIGNER_FILLED_ITEMS;
import static io.protoworks.protocol.BlockerCode.SIGNER_IS_EXECUTOR;
import static io.protoworks.protocol.BlockerCode.TEMPLATE_NOT_PUBLISHED;
import static io.protoworks.protocol.BlockerCode.UNANSWERED_ITEMS;
import static io.protoworks.protocol.BlockerCode.WRONG_STATUS;

import io.protoworks.plant.ProjectStanding;
import io.protoworks.protocol.TransitionBlocker.ClosedGateBlocker;
import io.protoworks.protocol.TransitionBlocker.ConditionBlocker;
import io.protoworks.protocol.TransitionBlocker.ItemsBlocker;
import io.protoworks.protocol.TransitionBlocker.PendenciesBlocker;
import io.protoworks.template.ProtocolType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What keeps a protocol from a step. Knows nothing of the database: it is asked with what was read.
 * What depends on the words that come with a step (the reason, the flag “documental”) its service
 * checks.
 */
final class ProtocolRules {
  private final Protocol protocol;
  private final ProtocolFacts facts;
  private final ProjectStanding viewer;
  private final List<TransitionBlocker> blockers = new ArrayList<>();

  private ProtocolRules(Protocol protocol, ProtocolFacts facts, ProjectStanding viewer) {
    this.protocol = protocol;
    this.facts = facts;
    this.viewer = viewer;
  }

  /** Everything that stands between the viewer and the step; empty when it can be done now. */
  static List<TransitionBlocker> blockers(
      ProtocolTransition transition,
      Protocol protocol,
      ProtocolFacts facts,
      ProjectStanding viewer) {
    ProtocolRules rules = new ProtocolRules(protocol, facts, viewer);
    rules.judge(transition);
    return List.copyOf(rules.blockers);
  }

  private void judge(ProtocolTransition transition) {
    require(
        ProtocolParties.may(transition, protocol, facts, viewer),
        NOT_PERMITTED,
        "This is for others to do: %s.".formatted(whoDoes(transition)));
    require(protocol.isActive(), INACTIVE, "The protocol is out of use; restore it first.");
    require(
        transition.startsAt(protocol.status()),
        WRONG_STATUS,
        "The protocol is %s; only one that is %s can be %s."
            .formatted(protocol.status(), starts(transition), transition.verb()));
    switch (transition) {
      case RELEASE -> judgeRelease();
      case START -> judgeStart();
      case SUBMIT -> judgeSubmission();
      case APPROVE -> judgeApproval();
      case VALIDATE -> judgeValidation();
      case FINALIZE -> judgeFinalization();
      case CANCEL -> judgeCancellation();
      case REOPEN ->
          require(
              !facts.equipmentRetired(),
              EQUIPMENT_INACTIVE,
              "The protocol names an equipment that is out of use; restore that first.");
      case REJECT, RESUME -> {}
    }
    if (transition.isSigned()) {
      judgeSignature();
    }
  }

  private static String starts(ProtocolTransition transition) {
    return Stream.of(ProtocolStatus.values())
        .filter(transition::startsAt)
        .map(Enum::name)
        .collect(Collectors.joining(" or "));
  }

  private void judgeRelease() {
    require(!facts.equipmentIds().isEmpty(), NO_EQUIPMENT, "Name at least one equipment first.");
    require(
        facts.templatePublished(),
        TEMPLATE_NOT_PUBLISHED,
        "The version of the template is not published; publish it first.");
    require(
        ProtocolParties.isFitToExecute(protocol.stage(), facts),
        EXECUTOR_UNFIT,
        "The executor must take part in the project as %s; add that part, or choose another."
            .formatted(
                protocol.stage() == ProtocolType.C1
                    ? "MONTADORA or FORNECEDOR"
                    : "COMISSIONADORA"));
  }

  private void judgeStart() {
    if (protocol.status() == ProtocolStatus.AWAITING_GATE) {
      blockers.add(
          new ClosedGateBlocker(
              GATE_CLOSED,
              "The gate before %s is closed; the protocol is released when it opens."
                  .formatted(protocol.stage()),
              Objects.requireNonNull(facts.gateId())));
    }
    require(
        protocol.stage().compareTo(ProtocolType.C3) < 0 || facts.energized(),
        NOT_ENERGIZED,
        "No energization was found OK in the subsystem; %s begins after that."
            .formatted(protocol.stage()));
  }

  private void judgeSubmission() {
    none(
        facts.unanswered(),
        UNANSWERED_ITEMS,
        "Required items without a value: %d. Fill them first.");
    none(
        facts.withoutPendency(),
        PENDENCIES_MISSING,
        "Items that need an open pendency: %d. Raise one on each first.");
    none(
        facts.withoutPhoto(),
        PHOTOS_MISSING,
        "Items that need a photo: %d. Attach one to each first.");
    none(
        facts.outOfDate(),
        INSTRUMENTS_OUT_OF_DATE,
        "Items measured with an instrument out of calibration: %d. Measure them again.");
  }

  private void judgeApproval() {
    none(
        facts.filledByViewer(),
        SIGNER_FILLED_ITEMS,
        "Items that you filled in this round: %d. Somebody else must sign.");
    none(
        facts.rejected(),
        REJECTED_ITEMS,
        "Rejected items: %d. Reject the protocol, or take the rejections back.");
    require(
        facts.managingCompanyId() != null,
        PARTY_MISSING,
        "No GERENCIADORA takes part in the project, and it would be next; add one first.");
  }

  private void judgeValidation() {
    none(
        facts.notApproved(),
        ITEMS_NOT_APPROVED,
        "Required items that are not approved: %d. Approve them first.");
    none(
        facts.rejected(),
        REJECTED_ITEMS,
        "Rejected items: %d. Reject the protocol, or take the rejections back.");
    noOpenPa();
    require(
        facts.approvedHash() != null,
        SIGNATURE_MISSING,
        "The executor's signature of this round is missing.");
  }

  private void judgeFinalization() {
    noOpenPa();
    none(
        facts.notApproved(),
        ITEMS_NOT_APPROVED,
        "Required items that are not approved: %d. Reject the protocol.");
    none(
        facts.rejected(),
        REJECTED_ITEMS,
        "Rejected items: %d. Reject the protocol, or take the rejections back.");
    require(
        !protocol.executorCompanyId().equals(viewer.companyId()),
        SIGNER_IS_EXECUTOR,
        "Your company executed the protocol; another must finalize it.");
    require(
        facts.approvedHash() != null && facts.validatedHash() != null,
        SIGNATURE_MISSING,
        "The earlier signatures of this round are missing.");
    require(
        facts.approvedHash() == null || facts.approvedHash().equals(facts.validatedHash()),
        CONTENT_CHANGED,
        "The earlier signatures are for different contents; reject the protocol.");
  }

  private void judgeCancellation() {
    if (protocol.openPendencies() > 0) {
      blockers.add(openPendencies("It has open pendencies; have them cleared and verified first."));
    }
  }

  private void judgeSignature() {
    if (protocol.gateBroken()) {
      blockers.add(
          new ClosedGateBlocker(
              GATE_CLOSED,
              "The gate before %s closed again; no signature is taken until it opens."
                  .formatted(protocol.stage()),
              Objects.requireNonNull(facts.gateId())));
    }
    require(
        !facts.viewerSigned(),
        SIGNED_ALREADY,
        "You signed in this round already; each signature is another person's.");
    require(
        facts.signatureImagePath() != null,
        SIGNATURE_IMAGE_MISSING,
        "You have no signature to sign with; set its image with setSignatureImage first.");
  }

  private void noOpenPa() {
    if (protocol.openPa() > 0) {
      blockers.add(openPendencies("It has an open pendency of type PA; have it cleared first."));
    }
  }

  private PendenciesBlocker openPendencies(String message) {
    return new PendenciesBlocker(
        OPEN_PENDENCIES,
        message,
        protocol.id(),
        protocol.openPa(),
        protocol.openPb(),
        protocol.openPc());
  }

  private void require(boolean condition, BlockerCode code, String message) {
    if (!condition) {
      blockers.add(new ConditionBlocker(code, message));
    }
  }

  private void none(List<UUID> items, BlockerCode code, String message) {
    if (!items.isEmpty()) {
      blockers.add(ItemsBlocker.of(code, message.formatted(items.size()), items));
    }
  }

  /** In words, who does a step. */
  private String whoDoes(ProtocolTransition transition) {
    return switch (transition) {
      case RELEASE ->
          "engineering or management of a GERENCIADORA or MONTADORA of the project releases";
      case START, SUBMIT -> "a technician of the executor fills and submits";
      case APPROVE -> "a manager of the executor approves";
      case VALIDATE -> "engineering or management of a GERENCIADORA validates";
      case FINALIZE ->
          protocol.stage() == ProtocolType.C1 && facts.commissioningCompanyId() != null
              ? "a manager of the COMISSIONADORA finalizes"
              : "the CLIENTE finalizes";
      case REJECT -> "whoever's turn it is rejects";
      case RESUME -> "the executor resumes";
      case REOPEN -> "the CLIENTE or an administrator reopens";
      case CANCEL -> "engineering of a GERENCIADORA or an administrator cancels";
    };
  }
}
