package io.protoworks.protocol;

import io.protoworks.attachment.Attachment;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.ItemFillService.FillItemResult;
import io.protoworks.protocol.ProtocolItemInputs.AddItemAttachmentInput;
import io.protoworks.protocol.ProtocolItemInputs.AddProtocolInstrumentInput;
import io.protoworks.protocol.ProtocolItemInputs.ApproveItemsInput;
import io.protoworks.protocol.ProtocolItemInputs.ChangeProtocolInstrumentInput;
import io.protoworks.protocol.ProtocolItemInputs.FillItemsInput;
import io.protoworks.protocol.ProtocolItemInputs.RejectItemsInput;
import io.protoworks.protocol.ProtocolItemInputs.WithdrawItemApprovalsInput;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class ProtocolItemController {
  private final ItemFillService filling;
  private final ItemApprovalService approvals;
  private final ProtocolInstrumentService instruments;
  private final ItemAttachmentService attachments;

  ProtocolItemController(
      ItemFillService filling,
      ItemApprovalService approvals,
      ProtocolInstrumentService instruments,
      ItemAttachmentService attachments) {
    this.filling = filling;
    this.approvals = approvals;
    this.instruments = instruments;
    this.attachments = attachments;
  }

  record FillItemsPayload(Protocol protocol, List<FillItemResult> results) {}

  record ProtocolItemsPayload(Protocol protocol, List<ProtocolItem> items) {
    static ProtocolItemsPayload of(ItemApprovalService.Judged judged) {
      return new ProtocolItemsPayload(judged.protocol(), judged.items());
    }
  }

  record ItemAttachmentPayload(Attachment attachment) {}

  record ProtocolInstrumentPayload(ProtocolInstrument instrument) {}

  @MutationMapping
  FillItemsPayload fillItems(@Argument FillItemsInput input, Viewer viewer) {
    ItemFillService.Filled filled = filling.fill(viewer, input);
    return new FillItemsPayload(filled.protocol(), filled.results());
  }

  @MutationMapping
  ProtocolItemsPayload approveItems(@Argument ApproveItemsInput input, Viewer viewer) {
    return ProtocolItemsPayload.of(approvals.approve(viewer, input));
  }

  @MutationMapping
  ProtocolItemsPayload rejectItems(@Argument RejectItemsInput input, Viewer viewer) {
    return ProtocolItemsPayload.of(approvals.reject(viewer, input));
  }

  @MutationMapping
  ProtocolItemsPayload withdrawItemApprovals(
      @Argument WithdrawItemApprovalsInput input, Viewer viewer) {
    return ProtocolItemsPayload.of(approvals.withdraw(viewer, input));
  }

  @MutationMapping
  ItemAttachmentPayload addItemAttachment(@Argument AddItemAttachmentInput input, Viewer viewer) {
    return new ItemAttachmentPayload(
        attachments.attach(viewer, input.itemId().uuid(), input.uploadId().uuid()));
  }

  @MutationMapping
  ProtocolInstrumentPayload addProtocolInstrument(
      @Argument AddProtocolInstrumentInput input, Viewer viewer) {
    return new ProtocolInstrumentPayload(instruments.add(viewer, input));
  }

  @MutationMapping
  ProtocolInstrumentPayload changeProtocolInstrument(
      @Argument ChangeProtocolInstrumentInput input, Viewer viewer) {
    return new ProtocolInstrumentPayload(instruments.change(viewer, input));
  }

  @MutationMapping
  ProtocolInstrumentPayload deactivateProtocolInstrument(
      @Argument VersionedId<ProtocolInstrument> input, Viewer viewer) {
    return new ProtocolInstrumentPayload(instruments.deactivate(viewer, input));
  }
}
