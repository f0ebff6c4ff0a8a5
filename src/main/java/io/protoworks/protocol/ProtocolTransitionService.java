package io.protoworks.protocol;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Reasons;
import io.protoworks.platform.Refused;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.ProtocolInputs.CancelProtocolInput;
import io.protoworks.protocol.ProtocolInputs.RejectProtocolInput;
import io.protoworks.protocol.ProtocolInputs.ReopenProtocolInput;
import io.protoworks.protocol.ProtocolSteps.Reason;
import io.protoworks.template.ProtocolTemplateService;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps that people take with protocols, from the release to the last signature. */
@Service
class ProtocolTransitionService {
  private final ProtocolCases cases;
  private final ProtocolSteps steps;
  private final ProtocolItemMapper items;
  private final ItemApprovalService approvals;
  private final ProtocolSignatureMapper signatures;
  private final ProtocolContents contents;
  private final ProtocolGates gates;
  private final ProtocolTemplateService templates;
  private final Changes changes;

  ProtocolTransitionService(
      ProtocolCases cases,
      ProtocolSteps steps,
      ProtocolItemMapper items,
      ItemApprovalService approvals,
      ProtocolSignatureMapper signatures,
      ProtocolContents contents,
      ProtocolGates gates,
      ProtocolTemplateService templates,
      Changes changes) {
    this.cases = cases;
    this.steps = steps;
    this.items = items;
    this.approvals = approvals;
    this.signatures = signatures;
    this.contents = contents;
    this.gates = gates;
    this.templates = templates;
    this.changes = changes;
  }

  /** What can be done with these protocols from where they stand, and what keeps it from being. */
  Map<UUID, List<AvailableTransition>> listAvailable(Viewer viewer, Collection<Protocol> seen) {
    return cases.list(viewer, seen).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> AvailableTransition.listOf(entry.getValue())));
  }

  @Transactional
  Protocol release(Viewer viewer, VersionedId<Protocol> input) {
    ProtocolCase opened = open(viewer, input);
    steps.requireClear(opened, ProtocolTransition.RELEASE);
    Protocol drawnUp = opened.protocol();
    templates.freeze(viewer, List.of(drawnUp.templateId()));
    items.insertOfTemplate(drawnUp.id());
    Protocol released =
        steps.take(
            viewer,
            opened,
            ProtocolTransition.RELEASE,
            ProtocolStatus.afterRelease(drawnUp.stage()),
            Reason.NONE);
    return released.status() == ProtocolStatus.AWAITING_GATE && opened.facts().gateOpen()
        ? gates.release(released)
        : released;
  }

  @Transactional
  Protocol submit(Viewer viewer, VersionedId<Protocol> input) {
    ProtocolCase opened = open(viewer, input);
    steps.requireClear(opened, ProtocolTransition.SUBMIT);
    return steps.take(
        viewer, opened, ProtocolTransition.SUBMIT, ProtocolStatus.SUBMITTED, Reason.NONE);
  }

  @Transactional
  Protocol approve(Viewer viewer, VersionedId<Protocol> input) {
    return sign(viewer, input, ProtocolTransition.APPROVE, SignatureAction.APPROVED);
  }

  @Transactional
  Protocol validate(Viewer viewer, VersionedId<Protocol> input) {
    return sign(viewer, input, ProtocolTransition.VALIDATE, SignatureAction.VALIDATED);
  }

  @Transactional
  Protocol finalizeProtocol(Viewer viewer, VersionedId<Protocol> input) {
    return sign(viewer, input, ProtocolTransition.FINALIZE, SignatureAction.FINALIZED);
  }

  @Transactional
  Protocol reject(Viewer viewer, RejectProtocolInput input) {
    ProtocolCase opened = cases.openForStep(viewer, input.id().uuid(), input.expectedVersion());
    boolean documental = Boolean.TRUE.equals(input.isDocumental());
    steps.requireClear(opened, ProtocolTransition.REJECT);
    if (!documental && opened.facts().rejected().isEmpty()) {
      throw new Refused(
          TransitionBlocked.of(
              opened.protocol(),
              List.of(
                  new TransitionBlocker.ConditionBlocker(
                      BlockerCode.NOTHING_REJECTED,
                      "Reject at least one item first, or say that the rejection is"
                          + " documental."))));
    }
    return steps.take(
        viewer,
        opened,
        ProtocolTransition.REJECT,
        ProtocolStatus.REJECTED,
        new Reason(Reasons.require(input.reason()), documental));
  }

  @Transactional
  Protocol resume(Viewer viewer, VersionedId<Protocol> input) {
    ProtocolCase opened = open(viewer, input);
    steps.requireClear(opened, ProtocolTransition.RESUME);
    Protocol resumed =
        steps.take(
            viewer, opened, ProtocolTransition.RESUME, ProtocolStatus.IN_PROGRESS, Reason.NONE);
    for (ProtocolItem item : items.reopenRejected(resumed.id())) {
      changes.record(
          viewer,
          Change.of(
                  Change.Action.UPDATE,
                  "ProtocolItem",
                  "reopened",
                  item.id(),
                  resumed.projectId(),
                  null,
                  item)
              .in(resumed.subsystemId()));
    }
    return resumed;
  }

  /** All items of what was finalized are approved: those to be done again are rejected with it. */
  @Transactional
  Protocol reopen(Viewer viewer, ReopenProtocolInput input) {
    ProtocolCase opened = cases.openForStep(viewer, input.id().uuid(), input.expectedVersion());
    Map<UUID, ProtocolItem> again = approvals.lockReopened(opened, input.itemIds());
    Protocol reopened =
        takeWithReason(
            viewer, opened, input.reason(), ProtocolTransition.REOPEN, ProtocolStatus.REJECTED);
    approvals.rejectReopened(viewer, opened, again, input.reason());
    return reopened;
  }

  @Transactional
  Protocol cancel(Viewer viewer, CancelProtocolInput input) {
    return takeWithReason(
        viewer,
        cases.openForStep(viewer, input.id().uuid(), input.expectedVersion()),
        input.reason(),
        ProtocolTransition.CANCEL,
        ProtocolStatus.CANCELLED);
  }

  private Protocol takeWithReason(
      Viewer viewer,
      ProtocolCase opened,
      String reason,
      ProtocolTransition transition,
      ProtocolStatus next) {
    steps.requireClear(opened, transition);
    return steps.take(viewer, opened, transition, next, new Reason(Reasons.require(reason), false));
  }

  /** A signature and the step that it permits, over the contents as they are now. */
  private Protocol sign(
      Viewer viewer,
      VersionedId<Protocol> input,
      ProtocolTransition transition,
      SignatureAction action) {
    ProtocolCase opened = open(viewer, input);
    steps.requireClear(opened, transition);
    Protocol protocol = opened.protocol();
    String hash = contents.hashOf(opened);
    requireUnchanged(opened, hash);
    OffsetDateTime signedAt = steps.now();
    ProtocolSignature signature =
        signatures.insert(
            new SignatureDraft(
                protocol.id(),
                protocol.round(),
                action,
                viewer.userId(),
                opened.standing().companyId(),
                java.util.Objects.requireNonNull(opened.facts().signatureImagePath()),
                signedAt,
                viewer.client().address(),
                hash));
    changes.record(
        viewer,
        Change.created("ProtocolSignature", signature.id(), protocol.projectId(), signature));
    return steps.take(
        viewer, opened, transition, ProtocolStatus.valueOf(action.name()), Reason.NONE);
  }

  private static void requireUnchanged(ProtocolCase opened, String hash) {
    String signed =
        opened.facts().validatedHash() == null
            ? opened.facts().approvedHash()
            : opened.facts().validatedHash();
    if (signed != null && !signed.equals(hash)) {
      throw new Refused(
          TransitionBlocked.of(
              opened.protocol(),
              List.of(
                  new TransitionBlocker.ConditionBlocker(
                      BlockerCode.CONTENT_CHANGED,
                      "The contents are not what was signed before; reject the protocol."))));
    }
  }

  private ProtocolCase open(Viewer viewer, VersionedId<Protocol> input) {
    return cases.openForStep(viewer, input.id().uuid(), input.expectedVersion());
  }
}
