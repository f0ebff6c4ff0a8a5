package io.protoworks.completion;

import io.protoworks.completion.GateWaiverArguments.OfEquipment;
import io.protoworks.completion.GateWaiverInputs.RevokeGateWaiverInput;
import io.protoworks.completion.GateWaiverInputs.WaiveEquipmentsInput;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserService;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.EquipmentService;
import io.protoworks.plant.ProjectAccess;
import io.protoworks.plant.ProjectStanding;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Id;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.platform.PlatformErrorCode;
import io.protoworks.platform.Reasons;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Rows;
import io.protoworks.platform.UserError;
import io.protoworks.platform.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The waivers: who sees them, who signs and who revokes them. */
@Service
public class GateWaiverService {
  private static final String TYPE = "GateWaiver";
  private static final int MOST_AT_ONCE = 1_000;

  private final GateWaiverMapper waivers;
  private final SubsystemLocks locks;
  private final EquipmentService equipments;
  private final ProjectAccess access;
  private final UserService users;
  private final Changes changes;
  private final Clock clock;

  GateWaiverService(
      GateWaiverMapper waivers,
      SubsystemLocks locks,
      EquipmentService equipments,
      ProjectAccess access,
      UserService users,
      Changes changes,
      Clock clock) {
    this.waivers = waivers;
    this.locks = locks;
    this.equipments = equipments;
    this.access = access;
    this.users = users;
    this.changes = changes;
    this.clock = clock;
  }

  List<GateWaiver> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return waivers.listVisibleByIds(viewer.userId(), Rows.keys(ids));
  }

  List<GateWaiver> listByEquipmentIds(
      Viewer viewer, Collection<UUID> equipmentIds, OfEquipment arguments) {
    return waivers.listByEquipmentIds(
        viewer.userId(), Rows.keys(equipmentIds), arguments.withRevoked());
  }

  List<GateWaiver> listBySubsystemIds(
      Viewer viewer, Collection<UUID> subsystemIds, GateWaiverArguments arguments, Page page) {
    return waivers.listBySubsystemIds(
        viewer.userId(), Rows.keys(subsystemIds), arguments.stage(), arguments.withRevoked(), page);
  }

  /** So many waivers of a subsystem that hold, in the order of their signing, after one of them. */
  public List<GateWaiver> listHolding(
      Viewer viewer, UUID subsystemId, @Nullable GateWaiver after, int rows) {
    Page page = Page.following(rows, null, after == null ? null : after.id());
    return waivers.listBySubsystemIds(
        viewer.userId(), Rows.keys(List.of(subsystemId)), null, false, page);
  }

  Map<UUID, Integer> countBySubsystemIds(
      Viewer viewer, Collection<UUID> subsystemIds, GateWaiverArguments arguments) {
    return ParentCount.byParent(
        waivers.countBySubsystemIds(
            viewer.userId(), Rows.keys(subsystemIds), arguments.stage(), arguments.withRevoked()));
  }

  @Transactional
  List<GateWaiver> waive(Viewer viewer, WaiveEquipmentsInput input) {
    List<UUID> ids = input.equipmentIds().stream().map(Id::uuid).distinct().toList();
    if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
      throw Refused.invalid(
          "equipmentIds", "Name 1 to %,d equipments; waive more in parts.".formatted(MOST_AT_ONCE));
    }
    Equipment one = requireOneSubsystem(ids, equipments.listVisibleByIds(viewer, ids));
    ProjectStanding standing = requireWaive(viewer, one.projectId());
    String reason = Reasons.require(input.reason());
    String image = requireSignatureImage(viewer);
    locks.lock(List.of(one.subsystemId()));
    List<Equipment> locked = equipments.lockForChildren(viewer, ids);
    requireOneSubsystem(ids, locked);
    requireInUse(locked);
    return sign(
        viewer,
        new GateWaiverSigning(
            input.stage(),
            one.subsystemId(),
            one.projectId(),
            reason,
            standing.companyId(),
            viewer.userId(),
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MICROS),
            viewer.client().address(),
            image),
        ids);
  }

  private List<GateWaiver> sign(Viewer viewer, GateWaiverSigning signing, List<UUID> ids) {
    String[] hashes = ids.stream().map(signing::contentHash).toArray(String[]::new);
    List<GateWaiver> signed = waivers.insertAll(signing, Rows.keys(ids), hashes);
    if (signed.size() < ids.size()) {
      refuseWaivedAlready(signing, ids, signed);
    }
    for (GateWaiver waiver : signed) {
      changes.record(
          viewer,
          Change.of(
                  Change.Action.SIGN, TYPE, "signed", waiver.id(), waiver.projectId(), null, waiver)
              .because(waiver.reason()));
    }
    return signed;
  }

  private void refuseWaivedAlready(
      GateWaiverSigning signing, List<UUID> ids, List<GateWaiver> signed) {
    List<UUID> justSigned = signed.stream().map(GateWaiver::id).toList();
    List<GateWaiver> already =
        waivers.listHolding(Rows.keys(ids), signing.stage()).stream()
            .filter(waiver -> !justSigned.contains(waiver.id()))
            .toList();
    throw Refused.inTheWay(
        "equipmentIds",
        "Equipments that are exempt already: %d of %s; leave them out."
            .formatted(already.size(), signing.stage()),
        already.stream().limit(Refused.BLOCKERS_SHOWN).toList(),
        already.size());
  }

  @Transactional
  GateWaiver revoke(Viewer viewer, RevokeGateWaiverInput input) {
    GateWaiver before = find(viewer, input.id());
    requireWaive(viewer, before.projectId());
    String reason = Reasons.require(input.reason());
    locks.lock(List.of(before.subsystemId()));
    GateWaiver after = waivers.revoke(viewer.userId(), before.id(), reason);
    if (after == null) {
      throw new Refused(
          new UserError.StaleVersion(
              "This waiver was revoked already.",
              PlatformErrorCode.STALE_VERSION,
              List.of("input", "id"),
              find(viewer, input.id())));
    }
    changes.record(
        viewer,
        Change.of(
                Change.Action.UPDATE, TYPE, "revoked", after.id(), after.projectId(), before, after)
            .because(after.revocationReason()));
    return after;
  }

  private GateWaiver find(Viewer viewer, Id<GateWaiver> id) {
    return listVisibleByIds(viewer, List.of(id.uuid())).stream()
        .findFirst()
        .orElseThrow(() -> Refused.unknown("id", "waiver"));
  }

  /**
   * The permission alone is not enough: the viewer's company must be one that accepts the plant.
   */
  private ProjectStanding requireWaive(Viewer viewer, UUID projectId) {
    ProjectStanding standing = access.standing(viewer, projectId);
    if (!standing.may(CompletionPermission.GATES_WAIVE)) {
      throw Failure.forbidden(CompletionPermission.GATES_WAIVE);
    }
    if (!standing.hasPart(CompanyType.GERENCIADORA) && !standing.hasPart(CompanyType.CLIENTE)) {
      throw Failure.forbiddenBecause(
          "Only people of the project's GERENCIADORA or CLIENTE exempt equipments; ask them.");
    }
    return standing;
  }

  private String requireSignatureImage(Viewer viewer) {
    String image = users.listByIds(List.of(viewer.userId())).getFirst().signatureImagePath();
    if (image == null) {
      throw new Refused(new SignatureImageMissing());
    }
    return image;
  }

  private static Equipment requireOneSubsystem(List<UUID> ids, List<Equipment> found) {
    if (found.size() < ids.size()) {
      throw Refused.unknown("equipmentIds", "equipment");
    }
    if (found.stream().map(Equipment::subsystemId).distinct().count() > 1) {
      throw Refused.invalid(
          "equipmentIds", "Name equipments of one subsystem; waive those of each on their own.");
    }
    return found.getFirst();
  }

  private static void requireInUse(List<Equipment> found) {
    List<Equipment> inactive = found.stream().filter(equipment -> !equipment.isActive()).toList();
    if (!inactive.isEmpty()) {
      throw Refused.inTheWay(
          "equipmentIds",
          "%d of the equipments are out of use and need no waiver; leave them out."
              .formatted(inactive.size()),
          inactive.stream().limit(Refused.BLOCKERS_SHOWN).toList(),
          inactive.size());
    }
  }
}
