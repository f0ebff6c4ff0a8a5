package io.protoworks.protocol;

import io.protoworks.attachment.Upload;
import io.protoworks.identity.Company;
import io.protoworks.identity.Discipline;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.Subsystem;
import io.protoworks.platform.Id;
import io.protoworks.platform.VersionedId;
import io.protoworks.template.ProtocolTemplate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mutations of protocols take. */
final class ProtocolInputs {
  private ProtocolInputs() {}

  /** One protocol for all of the equipments. */
  record CreateProtocolInput(
      Id<ProtocolTemplate> templateId,
      List<Id<Equipment>> equipmentIds,
      Id<Company> executorCompanyId,
      @Nullable List<Id<Company>> companyIds,
      @Nullable LocalDate dueOn) {}

  /** A protocol for each of the equipments. */
  record CreateProtocolsInput(
      Id<ProtocolTemplate> templateId,
      EquipmentSelectionInput equipments,
      Id<Company> executorCompanyId,
      @Nullable List<Id<Company>> companyIds,
      @Nullable LocalDate dueOn) {}

  /** Which equipments: exactly one member is there. */
  record EquipmentSelectionInput(
      @Nullable List<Id<Equipment>> ids, @Nullable SubsystemSelectionInput inSubsystem) {}

  /** The active equipments of a subsystem. */
  record SubsystemSelectionInput(
      Id<Subsystem> subsystemId, @Nullable Id<Discipline> disciplineId) {}

  /** Before its release all can be changed, after it only the due day. */
  record ChangeProtocolInput(
      Id<Protocol> id,
      int expectedVersion,
      List<Id<Equipment>> equipmentIds,
      Id<Company> executorCompanyId,
      @Nullable List<Id<Company>> companyIds,
      @Nullable LocalDate dueOn) {}

  record RescheduleProtocolInput(Id<Protocol> id, int expectedVersion, @Nullable LocalDate dueOn) {}

  record AddProtocolAttachmentInput(Id<Protocol> protocolId, Id<Upload> uploadId) {}

  /** Many at once, each as it was seen. */
  record ReleaseProtocolsInput(List<VersionedId<Protocol>> protocols) {}

  record RejectProtocolInput(
      Id<Protocol> id, int expectedVersion, String reason, @Nullable Boolean isDocumental) {}

  /** What was finalized is to be done again: these items of it, or its papers alone. */
  record ReopenProtocolInput(
      Id<Protocol> id,
      int expectedVersion,
      String reason,
      @Nullable List<Id<ProtocolItem>> itemIds) {}

  record CancelProtocolInput(Id<Protocol> id, int expectedVersion, String reason) {}
}
