package io.protoworks.protocol;

import io.protoworks.attachment.Upload;
import io.protoworks.platform.Id;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mutations of items and instruments take. */
final class ProtocolItemInputs {
  private ProtocolItemInputs() {}

  record FillItemsInput(Id<Protocol> protocolId, List<FillItemInput> items) {}

  /** A value for an item, or none to take the value away. */
  record FillItemInput(Id<ProtocolItem> id, int expectedVersion, @Nullable ItemValueInput value) {}

  record ApproveItemsInput(
      Id<Protocol> protocolId, List<Id<ProtocolItem>> itemIds, @Nullable String note) {}

  record RejectItemsInput(Id<Protocol> protocolId, List<Id<ProtocolItem>> itemIds, String note) {}

  record WithdrawItemApprovalsInput(Id<Protocol> protocolId, List<Id<ProtocolItem>> itemIds) {}

  record AddItemAttachmentInput(Id<ProtocolItem> itemId, Id<Upload> uploadId) {}

  record AddProtocolInstrumentInput(
      Id<Protocol> protocolId,
      String name,
      String serialNumber,
      @Nullable String certificateNumber,
      @Nullable LocalDate calibratedOn,
      LocalDate calibrationDueOn) {}

  record ChangeProtocolInstrumentInput(
      Id<ProtocolInstrument> id,
      int expectedVersion,
      String name,
      String serialNumber,
      @Nullable String certificateNumber,
      @Nullable LocalDate calibratedOn,
      LocalDate calibrationDueOn) {}
}
