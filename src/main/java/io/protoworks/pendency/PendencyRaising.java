package io.protoworks.pendency;

import io.protoworks.completion.SubsystemLocks;
import io.protoworks.identity.Company;
import io.protoworks.pendency.PendencyInputs.PendencyEquipmentInput;
import io.protoworks.pendency.PendencyInputs.PendencySubjectInput;
import io.protoworks.pendency.PendencyInputs.RaisePendencyInput;
import io.protoworks.pendency.PendencySteps.TypeChange;
import io.protoworks.plant.ProjectAccess;
import io.protoworks.plant.ProjectStanding;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Id;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.Protocol;
import io.protoworks.protocol.ProtocolItem;
import io.protoworks.protocol.ProtocolItemService;
import io.protoworks.protocol.ProtocolService;
import io.protoworks.protocol.ProtocolStatus;
import io.protoworks.template.ItemConfig;
import io.protoworks.template.ItemConfigReader;
import io.protoworks.template.PendencyType;
import io.protoworks.template.ProtocolTemplateItem;
import io.protoworks.template.ProtocolTemplateItemService;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Raises pendencies, at an item or at an equipment. */
@Service
class PendencyRaising {
  private static final String ITEM = "subject.protocolItemId";
  private static final String PROTOCOL = "subject.equipment.protocolId";

  private final PendencyMapper pendencies;
  private final PendencySteps steps;
  private final ProtocolService protocols;
  private final ProtocolItemService items;
  private final ProtocolTemplateItemService templateItems;
  private final SubsystemLocks locks;
  private final ProjectAccess access;

  PendencyRaising(
      PendencyMapper pendencies,
      PendencySteps steps,
      ProtocolService protocols,
      ProtocolItemService items,
      ProtocolTemplateItemService templateItems,
      SubsystemLocks locks,
      ProjectAccess access) {
    this.pendencies = pendencies;
    this.steps = steps;
    this.protocols = protocols;
    this.items = items;
    this.templateItems = templateItems;
    this.locks = locks;
    this.access = access;
  }

  /** What a pendency is about: an item, or an equipment; and the protocol that it is raised on. */
  private record Subject(
      Protocol protocol, @Nullable ProtocolItem item, @Nullable UUID equipmentId) {}

  @Transactional
  Pendency raise(Viewer viewer, RaisePendencyInput input) {
    Subject subject = subject(viewer, input.subject());
    ProjectStanding standing = access.standing(viewer, subject.protocol().projectId());
    if (!PendencyParties.mayRaise(standing)) {
      throw Failure.forbiddenBecause(
          "Pendencies are raised by people of a company that takes part in the project, with"
              + " pendencies.raise.");
    }
    locks.lock(List.of(subject.protocol().subsystemId()));
    Protocol protocol = protocols.listByIds(List.of(subject.protocol().id())).getFirst();
    requireInUse(protocol, input.subject());
    UUID clearingCompanyId = clearingCompany(protocol, input.clearingCompanyId());
    PendencyType type = typeOf(input, subject.item());
    if (type == PendencyType.PB && input.dueOn() == null) {
      throw PendencyWork.dueDayMissing();
    }
    PendencyMark mark = steps.mark(viewer);
    Pendency raised =
        pendencies.insert(
            new PendencyDraft(
                pendencies.takeNumber(protocol.projectId()),
                protocol.id(),
                subject.item() == null ? null : subject.item().id(),
                subject.equipmentId(),
                protocol.subsystemId(),
                protocol.projectId(),
                protocol.stage(),
                type,
                input.description(),
                standing.companyId(),
                clearingCompanyId,
                input.dueOn(),
                Boolean.TRUE.equals(input.evidenceRequired()),
                mark.at(),
                mark.userId(),
                mark.ipAddress()));
    steps.record(
        viewer, mark, PendencyAction.CREATED, new TypeChange(null, type), null, null, raised);
    return raised;
  }

  private Subject subject(Viewer viewer, PendencySubjectInput input) {
    return input.protocolItemId() == null
        ? atEquipment(viewer, Objects.requireNonNull(input.equipment()))
        : atItem(viewer, input.protocolItemId());
  }

  private Subject atItem(Viewer viewer, Id<ProtocolItem> item) {
    ProtocolItem found =
        items.listVisibleByIds(viewer, List.of(item.uuid())).stream()
            .findFirst()
            .orElseThrow(() -> Refused.unknown(ITEM, "item"));
    return new Subject(protocols.listByIds(List.of(found.protocolId())).getFirst(), found, null);
  }

  private Subject atEquipment(Viewer viewer, PendencyEquipmentInput input) {
    Protocol protocol =
        protocols.listVisibleByIds(viewer, List.of(input.protocolId().uuid())).stream()
            .findFirst()
            .orElseThrow(() -> Refused.unknown(PROTOCOL, "protocol"));
    UUID equipment = input.equipmentId().uuid();
    if (!pendencies.seesEquipment(viewer.userId(), protocol.id(), equipment)) {
      throw Refused.unknown(
          "subject.equipment.equipmentId", "equipment in use in the protocol's subsystem");
    }
    return new Subject(protocol, null, equipment);
  }

  private static void requireInUse(Protocol protocol, PendencySubjectInput input) {
    if (protocol.status() == ProtocolStatus.CANCELLED || !protocol.isActive()) {
      throw Refused.inTheWay(
          input.protocolItemId() == null ? PROTOCOL : ITEM,
          "Protocol %d is %s; raise the pendency on another."
              .formatted(protocol.number(), protocol.isActive() ? "cancelled" : "out of use"),
          List.of(protocol),
          1);
    }
  }

  /** As the input says, or as the item's config proposes. */
  private PendencyType typeOf(RaisePendencyInput input, @Nullable ProtocolItem item) {
    PendencyType proposed = input.type() == null && item != null ? proposedBy(item) : input.type();
    if (proposed == null) {
      throw Refused.invalid("type", "The item proposes no type; say which type the pendency has.");
    }
    return proposed;
  }

  private @Nullable PendencyType proposedBy(ProtocolItem item) {
    ProtocolTemplateItem asked = templateItems.listByIds(List.of(item.templateItemId())).getFirst();
    return switch (ItemConfigReader.read(asked.itemType(), asked.configJson())) {
      case ItemConfig.CheckboxConfig checkbox -> checkbox.nokDefaultType();
      case ItemConfig.NumberRangeConfig range -> range.defaultType();
      default -> null;
    };
  }

  private UUID clearingCompany(Protocol protocol, @Nullable Id<Company> named) {
    if (named == null) {
      return protocol.executorCompanyId();
    }
    return PendencyWork.requirePart(access, protocol.projectId(), named);
  }
}
