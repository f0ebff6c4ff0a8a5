package io.protoworks.protocol;

import io.protoworks.attachment.Attachment;
import io.protoworks.attachment.AttachmentOwner;
import io.protoworks.attachment.AttachmentService;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Refused;
import io.protoworks.platform.UserError.InvalidInput;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.ItemValue.PhotoCaptureValue;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photos and documents of items: attached by the executor for as long as values can be given. */
@Service
public class ItemAttachmentService implements AttachmentOwner {
  private final ProtocolItemService items;
  private final ProtocolCases cases;
  private final AttachmentService attachments;

  ItemAttachmentService(
      ProtocolItemService items, ProtocolCases cases, AttachmentService attachments) {
    this.items = items;
    this.cases = cases;
    this.attachments = attachments;
  }

  @Override
  public String entityType() {
    return ItemContexts.ITEM_ENTITY;
  }

  @Override
  public List<UUID> listVisible(Viewer viewer, Collection<UUID> itemIds) {
    return items.listVisibleByIds(viewer, itemIds).stream().map(ProtocolItem::id).toList();
  }

  /** The files of these items, the oldest first; seen by whoever sees the items. */
  public List<Attachment> listByItemIds(Collection<UUID> itemIds) {
    return attachments.listByEntities(ItemContexts.ITEM_ENTITY, itemIds);
  }

  @Transactional
  Attachment attach(Viewer viewer, UUID itemId, UUID uploadId) {
    ProtocolItem item =
        items.listVisibleByIds(viewer, List.of(itemId)).stream()
            .findFirst()
            .orElseThrow(() -> Refused.unknown("itemId", "item"));
    Protocol protocol = openForFiles(viewer, item);
    return attachments.attach(
        viewer, ItemContexts.ITEM_ENTITY, item.id(), protocol.projectId(), uploadId);
  }

  /** What a value shows stays, and so does what somebody has judged. */
  @Override
  public @Nullable UUID holdFor(Viewer viewer, Attachment attachment) {
    Protocol protocol = openForFiles(viewer, read(attachment.entityId()));
    ProtocolItem item = read(attachment.entityId());
    if (item.approvalStatus() != ItemApprovalStatus.PENDING) {
      throw new Refused(
          new InvalidInput(
              "The item is %s already and keeps its files.".formatted(item.approvalStatus()),
              ProtocolErrorCode.ITEM_JUDGED,
              List.of("input", "id")));
    }
    if (shows(item, attachment.id())) {
      throw Refused.inTheWay(
          "The item's value shows this photo; give the item another value first.",
          List.of(item),
          1);
    }
    return protocol.projectId();
  }

  private ProtocolItem read(UUID itemId) {
    return items.listByIds(List.of(itemId)).getFirst();
  }

  private static boolean shows(ProtocolItem item, UUID attachmentId) {
    return item.value() instanceof PhotoCaptureValue value
        && value.photos().stream().anyMatch(photo -> photo.attachmentId().equals(attachmentId));
  }

  private Protocol openForFiles(Viewer viewer, ProtocolItem item) {
    ProtocolCase opened = cases.openForItems(viewer, item.protocolId());
    Protocol protocol = opened.protocol();
    if (!ProtocolParties.mayExecute(protocol, opened.facts(), opened.standing())) {
      throw Failure.forbiddenBecause(
          "The files of items are the executor's to attach and to take away.");
    }
    if (!protocol.status().takesValues()) {
      throw TransitionBlocked.wrongStatus(
          protocol,
          "The protocol is %s and takes no files, and gives none away."
              .formatted(protocol.status()));
    }
    return protocol;
  }
}
