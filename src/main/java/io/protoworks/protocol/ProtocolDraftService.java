package io.protoworks.protocol;

import io.protoworks.completion.SubsystemLocks;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.EquipmentService;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Id;
import io.protoworks.platform.Refused;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.ProtocolInputs.ChangeProtocolInput;
import io.protoworks.protocol.ProtocolInputs.CreateProtocolInput;
import io.protoworks.protocol.ProtocolInputs.RescheduleProtocolInput;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws protocols up: what can be done with them until they are released. */
@Service
class ProtocolDraftService {
  static final int MAXIMUM_EQUIPMENTS = 1_000;

  private final ProtocolMapper protocols;
  private final ProtocolEquipmentCompanyMapper assignments;
  private final ProtocolDrafts drafts;
  private final ProtocolCases cases;
  private final EquipmentService equipments;
  private final SubsystemLocks locks;
  private final Changes changes;

  ProtocolDraftService(
      ProtocolMapper protocols,
      ProtocolEquipmentCompanyMapper assignments,
      ProtocolDrafts drafts,
      ProtocolCases cases,
      EquipmentService equipments,
      SubsystemLocks locks,
      Changes changes) {
    this.protocols = protocols;
    this.assignments = assignments;
    this.drafts = drafts;
    this.cases = cases;
    this.equipments = equipments;
    this.locks = locks;
    this.changes = changes;
  }

  /** One protocol for all of the equipments, which must be of one subsystem. */
  @Transactional
  Protocol create(Viewer viewer, CreateProtocolInput input) {
    List<Equipment> named = lockEquipments(viewer, input.equipmentIds());
    UUID projectId = named.getFirst().projectId();
    ProtocolDrafts.Plan plan =
        drafts.plan(
            viewer,
            input.templateId(),
            input.executorCompanyId(),
            input.companyIds(),
            input.dueOn(),
            Set.of(projectId));
    ProtocolDraft draft = plan.draft(named);
    plan.requireFit(projectId);
    return drafts.insert(viewer, projectId, List.of(draft)).getFirst();
  }

  @Transactional
  Protocol change(Viewer viewer, ChangeProtocolInput input) {
    List<Equipment> named = lockEquipments(viewer, input.equipmentIds());
    ProtocolCase opened = openForDrawingUp(viewer, input.id().uuid(), input.expectedVersion());
    Protocol before = opened.protocol();
    ProtocolDrafts.Plan plan =
        drafts.plan(
            viewer,
            new Id<>(before.templateId()),
            input.executorCompanyId(),
            input.companyIds(),
            input.dueOn(),
            Set.of(before.projectId()));
    plan.requireKnownCompanies();
    if (before.status() != ProtocolStatus.CREATED) {
      throw wrongStatus(before);
    }
    ProtocolDraft draft = plan.draft(named);
    if (!draft.subsystemId().equals(before.subsystemId())) {
      throw Refused.invalid(
          "equipmentIds", "A protocol stays in its subsystem; name equipments of that one.");
    }
    plan.requireFit(before.projectId());
    assignments.deactivateOthers(
        before.id(),
        draft.equipmentIds().toArray(UUID[]::new),
        draft.companyIds().toArray(UUID[]::new));
    assignments.insertAll(AssignmentColumns.of(List.of(before), List.of(draft)));
    Protocol after =
        protocols.updateDraft(
            viewer.userId(), before.id(), draft.executorCompanyId(), draft.dueOn());
    changes.record(
        viewer,
        Change.changed(ProtocolSteps.TYPE, after.id(), after.projectId(), before, after)
            .with(draft.assigned()));
    return after;
  }

  /** Gives a protocol that is not done another due day. */
  @Transactional
  Protocol reschedule(Viewer viewer, RescheduleProtocolInput input) {
    ProtocolCase opened = openForDrawingUp(viewer, input.id().uuid(), input.expectedVersion());
    if (opened.protocol().status().isDone()) {
      throw wrongStatus(opened.protocol());
    }
    Protocol after = protocols.updateDueOn(viewer.userId(), opened.protocol().id(), input.dueOn());
    recordChanged(viewer, opened.protocol(), after);
    return after;
  }

  /** Takes a protocol out of the lists that was never released, or was cancelled. */
  @Transactional
  Protocol deactivate(Viewer viewer, VersionedId<Protocol> input) {
    Protocol before =
        openForDrawingUp(viewer, input.id().uuid(), input.expectedVersion()).protocol();
    if (before.status() != ProtocolStatus.CREATED && before.status() != ProtocolStatus.CANCELLED) {
      throw wrongStatus(before);
    }
    if (!before.isActive()) {
      return before;
    }
    Protocol after = protocols.updateActive(viewer.userId(), before.id(), false);
    changes.record(
        viewer,
        Change.deactivated(ProtocolSteps.TYPE, after.id(), after.projectId(), before, after));
    return after;
  }

  @Transactional
  Protocol restore(Viewer viewer, VersionedId<Protocol> input) {
    Protocol before =
        openForDrawingUp(viewer, input.id().uuid(), input.expectedVersion()).protocol();
    if (before.isActive()) {
      return before;
    }
    Protocol after = protocols.updateActive(viewer.userId(), before.id(), true);
    changes.record(
        viewer, Change.restored(ProtocolSteps.TYPE, after.id(), after.projectId(), before, after));
    return after;
  }

  private ProtocolCase openForDrawingUp(Viewer viewer, UUID id, int expectedVersion) {
    ProtocolCase opened = cases.openForStep(viewer, id, expectedVersion);
    ProtocolDrafts.requireMayDrawUp(opened.standing());
    return opened;
  }

  /** Locks subsystem and equipments, in the order in which everybody does. */
  private List<Equipment> lockEquipments(Viewer viewer, List<Id<Equipment>> ids) {
    if (ids.isEmpty() || ids.size() > MAXIMUM_EQUIPMENTS) {
      throw Refused.invalid(
          "equipmentIds", "Name 1 to %d equipments.".formatted(MAXIMUM_EQUIPMENTS));
    }
    List<UUID> asked = ids.stream().map(Id::uuid).distinct().toList();
    locks.lock(
        equipments.listVisibleByIds(viewer, asked).stream()
            .map(Equipment::subsystemId)
            .collect(Collectors.toSet()));
    Map<UUID, Equipment> found =
        equipments.lockForChildren(viewer, asked).stream()
            .collect(Collectors.toMap(Equipment::id, Function.identity()));
    return asked.stream()
        .map(
            id -> {
              Equipment equipment = found.get(id);
              if (equipment == null) {
                throw Refused.unknown("equipmentIds", "equipment");
              }
              return equipment;
            })
        .toList();
  }

  private void recordChanged(Viewer viewer, Protocol before, Protocol after) {
    changes.record(
        viewer, Change.changed(ProtocolSteps.TYPE, after.id(), after.projectId(), before, after));
  }

  private static Refused wrongStatus(Protocol protocol) {
    return TransitionBlocked.wrongStatus(
        protocol, "The protocol is %s; this can't be done any more.".formatted(protocol.status()));
  }
}
