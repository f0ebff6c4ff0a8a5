package io.protoworks.protocol;

import io.protoworks.attachment.Attachment;
import io.protoworks.attachment.AttachmentService;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.ItemContext.Signer;
import io.protoworks.protocol.ProtocolItemInputs.FillItemInput;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads what values are judged against, once for all items of a call and only what it needs. */
@Service
class ItemContexts {
  static final String ITEM_ENTITY = "protocol_item";
  static final String SIGNATURE_ENTITY = "user_signature";

  private final ProtocolInstrumentMapper instruments;
  private final AttachmentService attachments;
  private final UserService users;
  private final ProtocolContents contents;

  ItemContexts(
      ProtocolInstrumentMapper instruments,
      AttachmentService attachments,
      UserService users,
      ProtocolContents contents) {
    this.instruments = instruments;
    this.attachments = attachments;
    this.users = users;
    this.contents = contents;
  }

  /** Tells the context of each item. */
  interface Reader {
    ItemContext of(ProtocolItem item);
  }

  /**
   * @param now the moment at which the values are given
   */
  Reader reader(
      Viewer viewer,
      ProtocolCase opened,
      Collection<ProtocolItem> items,
      List<FillItemInput> asked,
      OffsetDateTime now) {
    Map<UUID, ProtocolInstrument> measuring =
        instruments.listByProtocolIds(new UUID[] {opened.protocol().id()}).stream()
            .filter(ProtocolInstrument::isActive)
            .collect(Collectors.toMap(ProtocolInstrument::id, Function.identity()));
    boolean photographed = asks(asked, ItemValueInput::photoCapture);
    Map<UUID, Map<UUID, Attachment>> photos =
        photographed
            ? attachments
                .listByEntities(ITEM_ENTITY, items.stream().map(ProtocolItem::id).toList())
                .stream()
                .collect(
                    Collectors.groupingBy(
                        Attachment::entityId,
                        Collectors.toMap(Attachment::id, Function.identity())))
            : Map.of();
    Signer signer = signer(viewer, opened, asks(asked, ItemValueInput::signature));
    return item ->
        new ItemContext(now, measuring, photos.getOrDefault(item.id(), Map.of()), signer);
  }

  private Signer signer(Viewer viewer, ProtocolCase opened, boolean signs) {
    User user = users.listByIds(List.of(viewer.userId())).getFirst();
    Attachment image =
        signs
            ? attachments.listByEntities(SIGNATURE_ENTITY, List.of(viewer.userId())).stream()
                .filter(found -> found.filePath().equals(user.signatureImagePath()))
                .findFirst()
                .orElse(null)
            : null;
    return new Signer(
        user.id(),
        user.role(),
        ProtocolParties.mayExecute(opened.protocol(), opened.facts(), opened.standing()),
        opened.protocol().executorCompanyId().equals(user.companyId()),
        opened.standing().parts(),
        image,
        signs ? contents.hashOf(opened) : "");
  }

  private static boolean asks(
      List<FillItemInput> asked, Function<ItemValueInput, @Nullable Object> member) {
    return asked.stream()
        .anyMatch(fill -> fill.value() != null && member.apply(fill.value()) != null);
  }
}
