package io.protoworks.dossier;

import io.protoworks.attachment.Attachment;
import io.protoworks.pendency.Pendency;
import io.protoworks.plant.Equipment;
import io.protoworks.protocol.ItemValue.SignatureValue;
import io.protoworks.protocol.Protocol;
import io.protoworks.protocol.ProtocolInstrument;
import io.protoworks.protocol.ProtocolItem;
import io.protoworks.protocol.ProtocolSignature;
import io.protoworks.protocol.ProtocolStatusHistory;
import io.protoworks.protocol.ProtocolVerification;
import io.protoworks.template.ProtocolTemplate;
import io.protoworks.template.ProtocolTemplateItem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the dossier of a protocol tells.
 *
 * @param files those that are attached to the protocol as a whole
 * @param pendencies the open ones; of very many the first
 */
record ProtocolSheet(
    ProtocolVerification verification,
    ProtocolTemplate template,
    List<Equipment> equipments,
    List<Item> items,
    List<Attachment> files,
    List<ProtocolInstrument> instruments,
    List<ProtocolSignature> signatures,
    List<ProtocolStatusHistory> history,
    List<Pendency> pendencies,
    Names names) {

  /**
   * An item, what it was asked by, and the files that are attached to it.
   *
   * @param signatureImage where it is a signature, the image that was signed with
   */
  record Item(
      ProtocolItem item,
      ProtocolTemplateItem asked,
      List<Attachment> files,
      @Nullable Attachment signatureImage) {

    @Nullable SignatureValue signature() {
      return item.value() instanceof SignatureValue signature ? signature : null;
    }
  }

  Protocol protocol() {
    return verification.protocol();
  }

  String title() {
    return "Protocol %d".formatted(protocol().number());
  }

  /** What leads to it in a document. */
  String link() {
    return protocol().id().toString();
  }

  String templateTitle() {
    return "%s, version %d".formatted(template.code(), template.templateVersion());
  }

  /** An instrument by its name and serial number. */
  String instrument(UUID id) {
    return instruments.stream()
        .filter(instrument -> instrument.id().equals(id))
        .map(instrument -> "%s (%s)".formatted(instrument.name(), instrument.serialNumber()))
        .findFirst()
        .orElse(PaperText.NONE);
  }
}
