package io.protoworks.protocol;

import io.protoworks.completion.SubsystemLocks;
import io.protoworks.identity.Discipline;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.EquipmentService;
import io.protoworks.plant.SubsystemService;
import io.protoworks.platform.Id;
import io.protoworks.platform.PlatformErrorCode;
import io.protoworks.platform.Refused;
import io.protoworks.platform.UserError;
import io.protoworks.platform.UserError.InTheWay;
import io.protoworks.platform.UserError.InvalidInput;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.ProtocolInputs.CreateProtocolsInput;
import io.protoworks.protocol.ProtocolInputs.SubsystemSelectionInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws up a protocol for each of many equipments at once. Each gets a result of its own: what
 * can't have a protocol says why, and keeps the others from nothing.
 */
@Service
class ProtocolBulkService {
  private final ProtocolMapper protocols;
  private final ProtocolDrafts drafts;
  private final EquipmentService equipments;
  private final SubsystemService subsystems;
  private final SubsystemLocks locks;

  ProtocolBulkService(
      ProtocolMapper protocols,
      ProtocolDrafts drafts,
      EquipmentService equipments,
      SubsystemService subsystems,
      SubsystemLocks locks) {
    this.protocols = protocols;
    this.drafts = drafts;
    this.equipments = equipments;
    this.subsystems = subsystems;
    this.locks = locks;
  }

  /**
   * What became of one equipment.
   *
   * @param equipmentId null where the viewer sees none of the id that was named
   * @param protocol the protocol that was made for it; null when none was
   * @param errors why none was made; empty when one was
   */
  record CreateProtocolResult(
      @Nullable UUID equipmentId, @Nullable Protocol protocol, List<UserError> errors) {}

  @Transactional
  List<CreateProtocolResult> createAll(Viewer viewer, CreateProtocolsInput input) {
    List<UUID> asked = asked(viewer, input);
    locks.lock(
        equipments.listVisibleByIds(viewer, asked).stream()
            .map(Equipment::subsystemId)
            .collect(Collectors.toSet()));
    Map<UUID, Equipment> found =
        equipments.lockForChildren(viewer, asked).stream()
            .collect(Collectors.toMap(Equipment::id, equipment -> equipment));
    ProtocolDrafts.Plan plan =
        drafts.plan(
            viewer,
            input.templateId(),
            input.executorCompanyId(),
            input.companyIds(),
            input.dueOn(),
            found.values().stream().map(Equipment::projectId).collect(Collectors.toSet()));
    plan.requireKnownCompanies();
    Map<UUID, Protocol> present = livePresent(plan, found.keySet());

    Map<UUID, UserError> errors = new HashMap<>();
    List<Equipment> fit = new ArrayList<>();
    for (int index = 0; index < asked.size(); index++) {
      UUID id = asked.get(index);
      Equipment equipment = found.get(id);
      UserError error = error(plan, equipment, present.get(id), index);
      if (error != null) {
        errors.put(id, error);
      } else if (equipment != null) {
        fit.add(equipment);
      }
    }
    Map<UUID, Protocol> created = insert(viewer, plan, fit);
    return asked.stream()
        .map(
            id ->
                new CreateProtocolResult(
                    found.containsKey(id) ? id : null,
                    created.get(id),
                    errors.containsKey(id) ? List.of(errors.get(id)) : List.of()))
        .toList();
  }

  private List<UUID> asked(Viewer viewer, CreateProtocolsInput input) {
    SubsystemSelectionInput selection = input.equipments().inSubsystem();
    if (selection == null) {
      List<Id<Equipment>> ids = input.equipments().ids();
      return distinct(ids == null ? List.of() : ids);
    }
    UUID subsystem = selection.subsystemId().uuid();
    if (subsystems.listVisibleByIds(viewer, List.of(subsystem)).isEmpty()) {
      throw Refused.unknown("equipments.inSubsystem.subsystemId", "subsystem");
    }
    Id<Discipline> discipline = selection.disciplineId();
    return requireSize(
        equipments
            .listInSubsystem(
                viewer,
                subsystem,
                discipline == null ? null : discipline.uuid(),
                ProtocolDraftService.MAXIMUM_EQUIPMENTS + 1)
            .stream()
            .map(Equipment::id)
            .toList());
  }

  private static List<UUID> distinct(List<Id<Equipment>> ids) {
    return requireSize(ids.stream().map(Id::uuid).distinct().toList());
  }

  private static List<UUID> requireSize(List<UUID> ids) {
    if (ids.isEmpty()) {
      throw Refused.invalid("equipments", "There is no active equipment to make a protocol for.");
    }
    if (ids.size() > ProtocolDraftService.MAXIMUM_EQUIPMENTS) {
      throw Refused.invalid(
          "equipments",
          "At most %d equipments at once; name fewer, or narrow them by discipline."
              .formatted(ProtocolDraftService.MAXIMUM_EQUIPMENTS));
    }
    return ids;
  }

  /** A live protocol of any version of the template, by the equipment that it checks. */
  private Map<UUID, Protocol> livePresent(ProtocolDrafts.Plan plan, Collection<UUID> equipmentIds) {
    return protocols
        .listLiveByEquipmentIds(
            equipmentIds.toArray(UUID[]::new), plan.template().type(), plan.template().code())
        .stream()
        .collect(
            Collectors.toMap(
                ProtocolUnder::parentId, ProtocolUnder::protocol, (first, second) -> first));
  }

  private static @Nullable UserError error(
      ProtocolDrafts.Plan plan,
      @Nullable Equipment equipment,
      @Nullable Protocol present,
      int index) {
    List<String> path = List.of("input", "equipments", Integer.toString(index));
    if (equipment == null) {
      return new InvalidInput(
          "There is no such equipment, or you may not see it.",
          PlatformErrorCode.UNKNOWN_REFERENCE,
          path);
    }
    if (!ProtocolParties.mayRelease(plan.standing(equipment.projectId()))) {
      return new InvalidInput(
          "You may not draw up protocols in this equipment's project.",
          ProtocolErrorCode.NOT_PERMITTED,
          path);
    }
    if (!equipment.isActive()) {
      return new InTheWay(
          "%s is out of use; restore it first.".formatted(equipment.tagId()),
          PlatformErrorCode.IN_THE_WAY,
          path,
          List.of(equipment),
          1);
    }
    if (present != null) {
      return new InTheWay(
          "%s has protocol %d of this template already; cancel that first."
              .formatted(equipment.tagId(), present.number()),
          PlatformErrorCode.IN_THE_WAY,
          path,
          List.of(present),
          1);
    }
    String obstacle = plan.obstacle(equipment.projectId());
    return obstacle == null
        ? null
        : new InvalidInput(obstacle, PlatformErrorCode.INVALID_INPUT, path);
  }

  private Map<UUID, Protocol> insert(Viewer viewer, ProtocolDrafts.Plan plan, List<Equipment> fit) {
    Map<UUID, List<Equipment>> byProject =
        fit.stream()
            .collect(
                Collectors.groupingBy(
                    Equipment::projectId, LinkedHashMap::new, Collectors.toList()));
    Map<UUID, Protocol> created = new HashMap<>();
    byProject.forEach(
        (projectId, alike) -> {
          List<Protocol> inserted =
              drafts.insert(
                  viewer,
                  projectId,
                  alike.stream().map(equipment -> plan.draft(List.of(equipment))).toList());
          for (int index = 0; index < alike.size(); index++) {
            created.put(alike.get(index).id(), inserted.get(index));
          }
        });
    return created;
  }
}
