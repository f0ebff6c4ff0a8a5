package io.protoworks.protocol;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Id;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Texts;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.ProtocolItemInputs.ApproveItemsInput;
import io.protoworks.protocol.ProtocolItemInputs.RejectItemsInput;
import io.protoworks.protocol.ProtocolItemInputs.WithdrawItemApprovalsInput;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Approves and rejects items, all of a call or none. Whose turn it is rejects; only the management
 * approves, and never what the approver filled.
 */
@Service
class ItemApprovalService {
  private static final String TYPE = "ProtocolItem";
  private static final int MAXIMUM_ITEMS = 500;

  private final ProtocolCases cases;
  private final ProtocolSteps steps;
  private final ProtocolItemMapper items;
  private final Changes changes;

  ItemApprovalService(
      ProtocolCases cases, ProtocolSteps steps, ProtocolItemMapper items, Changes changes) {
    this.cases = cases;
    this.steps = steps;
    this.items = items;
    this.changes = changes;
  }

  /** The items as they are now, and their protocol. */
  record Judged(Protocol protocol, List<ProtocolItem> items) {}

  @Transactional
  Judged approve(Viewer viewer, ApproveItemsInput input) {
    ProtocolCase opened = open(viewer, input.protocolId());
    if (!ProtocolParties.mayValidate(opened.standing())) {
      throw Failure.forbiddenBecause(
          "Items are approved by engineering or management of a GERENCIADORA of the project.");
    }
    Map<UUID, ProtocolItem> before = lock(opened, input.itemIds());
    requireStatus(
        opened,
        opened.protocol().status() == ProtocolStatus.APPROVED,
        "approved while it is APPROVED");
    for (ProtocolItem item : before.values()) {
      if (viewer.userId().equals(item.filledBy())) {
        throw Refused.invalid(
            "itemIds",
            "You filled item %d; somebody else must approve it.".formatted(item.order()));
      }
      if (item.required() && item.outcome() == null) {
        throw Refused.invalid(
            "itemIds", "Item %d has no value to approve.".formatted(item.order()));
      }
    }
    return judge(viewer, opened, before, ItemApprovalStatus.APPROVED, blankAsNull(input.note()));
  }

  @Transactional
  Judged reject(Viewer viewer, RejectItemsInput input) {
    ProtocolCase opened = open(viewer, input.protocolId());
    Map<UUID, ProtocolItem> before = lock(opened, input.itemIds());
    requireTurn(opened);
    return judge(
        viewer, opened, before, ItemApprovalStatus.REJECTED, requireReadable(input.note()));
  }

  /** Items of a protocol that is to be reopened, which are to be done again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<UUID, ProtocolItem> lockReopened(
      ProtocolCase opened, @Nullable List<Id<ProtocolItem>> itemIds) {
    return itemIds == null || itemIds.isEmpty() ? Map.of() : lock(opened, itemIds);
  }

  /** Rejects them, by whoever has reopened the protocol and for the same reason. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void rejectReopened(
      Viewer viewer, ProtocolCase opened, Map<UUID, ProtocolItem> before, String reason) {
    if (!before.isEmpty()) {
      judge(viewer, opened, before, ItemApprovalStatus.REJECTED, reason);
    }
  }

  /**
   * Takes back what one's own side judged, before it signs: the management its approvals and
   * rejections, the executor its rejections. Who finalizes takes nothing back: what was validated
   * is approved, and would no longer be.
   */
  @Transactional
  Judged withdraw(Viewer viewer, WithdrawItemApprovalsInput input) {
    ProtocolCase opened = open(viewer, input.protocolId());
    Map<UUID, ProtocolItem> before = lock(opened, input.itemIds());
    requireTurn(opened);
    requireStatus(
        opened,
        opened.protocol().status() != ProtocolStatus.VALIDATED,
        "judged for good once it is VALIDATED; reject the protocol");
    boolean ofManagement = opened.protocol().status() == ProtocolStatus.APPROVED;
    for (ProtocolItem item : before.values()) {
      if (!ofManagement && item.approvalStatus() == ItemApprovalStatus.APPROVED) {
        throw Refused.invalid(
            "itemIds",
            "Item %d was approved by the GERENCIADORA, who alone takes that back."
                .formatted(item.order()));
      }
    }
    List<ProtocolItem> after = items.takeApprovalBack(before.keySet().toArray(UUID[]::new));
    return record(viewer, opened, Change.Action.UPDATE, "approval_withdrawn", before, after);
  }

  private Judged judge(
      Viewer viewer,
      ProtocolCase opened,
      Map<UUID, ProtocolItem> before,
      ItemApprovalStatus status,
      @Nullable String note) {
    List<ProtocolItem> after =
        items.updateApproval(
            viewer.userId(),
            viewer.client().address(),
            steps.now(),
            before.keySet().toArray(UUID[]::new),
            status,
            note);
    boolean approved = status == ItemApprovalStatus.APPROVED;
    return record(
        viewer,
        opened,
        approved ? Change.Action.APPROVE : Change.Action.REJECT,
        approved ? "approved" : "rejected",
        before,
        after);
  }

  private Judged record(
      Viewer viewer,
      ProtocolCase opened,
      Change.Action action,
      String verb,
      Map<UUID, ProtocolItem> before,
      List<ProtocolItem> after) {
    for (ProtocolItem item : after) {
      changes.record(
          viewer,
          Change.of(
                  action,
                  TYPE,
                  verb,
                  item.id(),
                  opened.protocol().projectId(),
                  before.get(item.id()),
                  item)
              .in(opened.protocol().subsystemId())
              .saying(item.approvalNote()));
    }
    return new Judged(
        opened.protocol(),
        after.stream().sorted(java.util.Comparator.comparingInt(ProtocolItem::order)).toList());
  }

  private ProtocolCase open(Viewer viewer, Id<Protocol> id) {
    return cases.openForItems(viewer, id.uuid());
  }

  private Map<UUID, ProtocolItem> lock(ProtocolCase opened, List<Id<ProtocolItem>> ids) {
    if (ids.isEmpty() || ids.size() > MAXIMUM_ITEMS) {
      throw Refused.invalid("itemIds", "Name 1 to %d items.".formatted(MAXIMUM_ITEMS));
    }
    UUID[] asked = ids.stream().map(Id::uuid).distinct().toArray(UUID[]::new);
    List<ProtocolItem> found = items.lockByProtocolId(opened.protocol().id(), asked);
    if (found.size() < asked.length) {
      throw Refused.unknown("itemIds", "item of this protocol");
    }
    return found.stream().collect(Collectors.toMap(ProtocolItem::id, Function.identity()));
  }

  private static void requireTurn(ProtocolCase opened) {
    Protocol protocol = opened.protocol();
    requireStatus(
        opened,
        protocol.status().isVerified(),
        "rejected while it is SUBMITTED, APPROVED or VALIDATED");
    if (!ProtocolParties.hasTurn(protocol, opened.facts(), opened.standing())) {
      throw Failure.forbiddenBecause("It is not your turn to verify this protocol.");
    }
  }

  private static void requireStatus(ProtocolCase opened, boolean isFit, String when) {
    if (!isFit) {
      throw TransitionBlocked.wrongStatus(
          opened.protocol(),
          "The protocol is %s; its items are %s.".formatted(opened.protocol().status(), when));
    }
  }

  private static @Nullable String blankAsNull(@Nullable String note) {
    return note == null || note.isBlank() ? null : requireReadable(note);
  }

  private static String requireReadable(String note) {
    if (!Texts.isVisible(note)) {
      throw Refused.invalid("note", "Say why, so that it can be done better.");
    }
    if (!Texts.isWhole(note)) {
      throw Refused.invalid("note", "A character is only half there; write it again.");
    }
    return note;
  }
}
