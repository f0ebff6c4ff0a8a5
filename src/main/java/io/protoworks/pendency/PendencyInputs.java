package io.protoworks.pendency;

import io.protoworks.attachment.Upload;
import io.protoworks.identity.Company;
import io.protoworks.identity.User;
import io.protoworks.plant.Equipment;
import io.protoworks.platform.Id;
import io.protoworks.protocol.Protocol;
import io.protoworks.protocol.ProtocolItem;
import io.protoworks.template.PendencyType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the mutations of pendencies take. */
final class PendencyInputs {
  private PendencyInputs() {}

  record RaisePendencyInput(
      PendencySubjectInput subject,
      @Nullable PendencyType type,
      String description,
      @Nullable Id<Company> clearingCompanyId,
      @Nullable LocalDate dueOn,
      @Nullable Boolean evidenceRequired) {}

  /** Exactly one member is there. */
  record PendencySubjectInput(
      @Nullable Id<ProtocolItem> protocolItemId, @Nullable PendencyEquipmentInput equipment) {}

  /** An equipment in use of the protocol's subsystem. */
  record PendencyEquipmentInput(Id<Protocol> protocolId, Id<Equipment> equipmentId) {}

  record ChangePendencyInput(
      Id<Pendency> id,
      int expectedVersion,
      String description,
      Id<Company> clearingCompanyId,
      @Nullable LocalDate dueOn,
      boolean evidenceRequired) {}

  record AssignPendencyInput(
      Id<Pendency> id, int expectedVersion, @Nullable Id<User> assignedToId) {}

  record ClearPendencyInput(Id<Pendency> id, int expectedVersion, String description) {}

  record VerifyPendencyInput(Id<Pendency> id, int expectedVersion, @Nullable String description) {}

  record ReasonedPendencyInput(Id<Pendency> id, int expectedVersion, String reason) {}

  record AddPendencyAttachmentInput(Id<Pendency> pendencyId, Id<Upload> uploadId) {}

  record CommentPendencyInput(Id<Pendency> id, String comment) {}

  record ChangePendencyTypeInput(
      Id<Pendency> id,
      int expectedVersion,
      PendencyType type,
      String reason,
      @Nullable LocalDate dueOn) {}
}
