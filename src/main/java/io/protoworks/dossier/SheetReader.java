package io.protoworks.dossier;

import io.protoworks.attachment.Attachment;
import io.protoworks.attachment.AttachmentService;
import io.protoworks.pendency.Pendency;
import io.protoworks.pendency.PendencyService;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.EquipmentService;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.ItemAttachmentService;
import io.protoworks.protocol.ItemValue.SignatureValue;
import io.protoworks.protocol.Protocol;
import io.protoworks.protocol.ProtocolAttachmentService;
import io.protoworks.protocol.ProtocolEquipmentCompany;
import io.protoworks.protocol.ProtocolInstrument;
import io.protoworks.protocol.ProtocolInstrumentService;
import io.protoworks.protocol.ProtocolItem;
import io.protoworks.protocol.ProtocolItemService;
import io.protoworks.protocol.ProtocolService;
import io.protoworks.protocol.ProtocolSignature;
import io.protoworks.protocol.ProtocolSignatureService;
import io.protoworks.protocol.ProtocolStatusHistory;
import io.protoworks.protocol.ProtocolVerification;
import io.protoworks.template.ProtocolTemplate;
import io.protoworks.template.ProtocolTemplateItem;
import io.protoworks.template.ProtocolTemplateItemService;
import io.protoworks.template.ProtocolTemplateService;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Reads sheets of protocols that the viewer sees: the same few statements for one as for many. */
@Service
class SheetReader {
  /**
   * The open pendencies of a protocol that are read with it; more are read when they are printed.
   */
  static final int PENDENCIES = 50;

  private final ProtocolService protocols;
  private final ProtocolItemService items;
  private final ItemAttachmentService itemFiles;
  private final ProtocolAttachmentService files;
  private final ProtocolInstrumentService instruments;
  private final ProtocolSignatureService signatures;
  private final ProtocolTemplateService templates;
  private final ProtocolTemplateItemService templateItems;
  private final EquipmentService equipments;
  private final PendencyService pendencies;
  private final AttachmentService attachments;
  private final NameReader names;

  SheetReader(
      ProtocolService protocols,
      ProtocolItemService items,
      ItemAttachmentService itemFiles,
      ProtocolAttachmentService files,
      ProtocolInstrumentService instruments,
      ProtocolSignatureService signatures,
      ProtocolTemplateService templates,
      ProtocolTemplateItemService templateItems,
      EquipmentService equipments,
      PendencyService pendencies,
      AttachmentService attachments,
      NameReader names) {
    this.protocols = protocols;
    this.items = items;
    this.itemFiles = itemFiles;
    this.files = files;
    this.instruments = instruments;
    this.signatures = signatures;
    this.templates = templates;
    this.templateItems = templateItems;
    this.equipments = equipments;
    this.pendencies = pendencies;
    this.attachments = attachments;
    this.names = names;
  }

  /** The sheets of these protocols, in their order. */
  List<ProtocolSheet> read(Viewer viewer, List<Protocol> read) {
    List<UUID> ids = read.stream().map(Protocol::id).toList();
    Map<UUID, ProtocolTemplate> templateById =
        Rows.byId(
            templates.listByIds(Rows.distinct(read, Protocol::templateId)), ProtocolTemplate::id);
    List<ProtocolSignature> given = signatures.listByProtocolIds(ids);
    Map<UUID, ProtocolVerification> verified =
        Rows.byId(signatures.verifyAll(read, given), verification -> verification.protocol().id());
    Map<UUID, List<ProtocolSheet.Item>> itemsOf = items(ids);
    Map<UUID, List<Attachment>> filesOf =
        Rows.grouped(files.listByProtocolIds(ids), Attachment::entityId);
    Map<UUID, List<Equipment>> equipmentsOf = equipments(ids);
    Map<UUID, List<ProtocolInstrument>> instrumentsOf =
        Rows.grouped(instruments.listByProtocolIds(ids), ProtocolInstrument::protocolId);
    List<ProtocolStatusHistory> steps = protocols.listHistory(ids);
    List<Pendency> open = pendencies.listOpenByProtocolIds(viewer, ids, PENDENCIES);
    Names called = names.read(users(itemsOf, given, steps), companies(read, given, open));
    Map<UUID, List<ProtocolSignature>> signaturesOf =
        Rows.grouped(given, ProtocolSignature::protocolId);
    Map<UUID, List<ProtocolStatusHistory>> historyOf =
        Rows.grouped(steps, ProtocolStatusHistory::protocolId);
    Map<UUID, List<Pendency>> pendenciesOf = Rows.grouped(open, Pendency::protocolId);
    return read.stream()
        .map(
            protocol ->
                new ProtocolSheet(
                    Objects.requireNonNull(verified.get(protocol.id())),
                    Objects.requireNonNull(templateById.get(protocol.templateId())),
                    equipmentsOf.getOrDefault(protocol.id(), List.of()),
                    itemsOf.getOrDefault(protocol.id(), List.of()),
                    filesOf.getOrDefault(protocol.id(), List.of()),
                    instrumentsOf.getOrDefault(protocol.id(), List.of()),
                    signaturesOf.getOrDefault(protocol.id(), List.of()),
                    historyOf.getOrDefault(protocol.id(), List.of()),
                    pendenciesOf.getOrDefault(protocol.id(), List.of()),
                    called))
        .toList();
  }

  private Map<UUID, List<ProtocolSheet.Item>> items(List<UUID> protocolIds) {
    List<ProtocolItem> found = items.listByProtocolIds(protocolIds);
    Map<UUID, ProtocolTemplateItem> asked =
        Rows.byId(
            templateItems.listByIds(Rows.distinct(found, ProtocolItem::templateItemId)),
            ProtocolTemplateItem::id);
    Map<UUID, List<Attachment>> files =
        Rows.grouped(
            itemFiles.listByItemIds(found.stream().map(ProtocolItem::id).toList()),
            Attachment::entityId);
    Map<UUID, Attachment> signed = Rows.byId(attachments.listByIds(signed(found)), Attachment::id);
    return found.stream()
        .collect(
            Collectors.groupingBy(
                ProtocolItem::protocolId,
                Collectors.mapping(
                    item ->
                        new ProtocolSheet.Item(
                            item,
                            Objects.requireNonNull(asked.get(item.templateItemId())),
                            files.getOrDefault(item.id(), List.of()),
                            item.value() instanceof SignatureValue signature
                                ? signed.get(signature.attachmentId())
                                : null),
                    Collectors.toList())));
  }

  private static Set<UUID> signed(List<ProtocolItem> items) {
    return items.stream()
        .map(ProtocolItem::value)
        .filter(SignatureValue.class::isInstance)
        .map(SignatureValue.class::cast)
        .map(SignatureValue::attachmentId)
        .collect(Collectors.toSet());
  }

  /** The equipments of each protocol, by their tags. */
  Map<UUID, List<Equipment>> equipments(List<UUID> protocolIds) {
    List<ProtocolEquipmentCompany> assignments = protocols.listAssignments(protocolIds);
    Map<UUID, Equipment> byId =
        Rows.byId(
            equipments.listByIds(Rows.distinct(assignments, ProtocolEquipmentCompany::equipmentId)),
            Equipment::id);
    return assignments.stream()
        .collect(
            Collectors.groupingBy(
                ProtocolEquipmentCompany::protocolId,
                Collectors.mapping(
                    assignment -> Objects.requireNonNull(byId.get(assignment.equipmentId())),
                    Collectors.collectingAndThen(
                        Collectors.toList(),
                        all ->
                            all.stream()
                                .distinct()
                                .sorted(Comparator.comparing(Equipment::tagId))
                                .toList()))));
  }

  private static Set<UUID> users(
      Map<UUID, List<ProtocolSheet.Item>> items,
      List<ProtocolSignature> signatures,
      List<ProtocolStatusHistory> steps) {
    Set<UUID> ids = new HashSet<>();
    items.values().stream()
        .flatMap(List::stream)
        .map(ProtocolSheet.Item::item)
        .flatMap(item -> Stream.of(item.filledBy(), item.approvedBy()))
        .filter(Objects::nonNull)
        .forEach(ids::add);
    items.values().stream()
        .flatMap(List::stream)
        .map(ProtocolSheet.Item::signature)
        .filter(Objects::nonNull)
        .forEach(signature -> ids.add(signature.signerUserId()));
    signatures.forEach(signature -> ids.add(signature.userId()));
    steps.forEach(step -> ids.add(step.userId()));
    return ids;
  }

  private static Set<UUID> companies(
      List<Protocol> protocols, List<ProtocolSignature> signatures, List<Pendency> pendencies) {
    Set<UUID> ids = new HashSet<>(Rows.distinct(protocols, Protocol::executorCompanyId));
    ids.addAll(Rows.distinct(signatures, ProtocolSignature::companyId));
    ids.addAll(Rows.distinct(pendencies, Pendency::clearingCompanyId));
    return ids;
  }
}
