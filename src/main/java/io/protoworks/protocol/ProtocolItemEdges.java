package io.protoworks.protocol;

import io.protoworks.attachment.Attachment;
import io.protoworks.attachment.AttachmentService;
import io.protoworks.attachment.Attachments;
import io.protoworks.audit.AuditTrail;
import io.protoworks.completion.Gate;
import io.protoworks.identity.Company;
import io.protoworks.identity.CompanyService;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import io.protoworks.protocol.ItemValue.NumberRangeValue;
import io.protoworks.protocol.ItemValue.NumberValue;
import io.protoworks.protocol.ItemValue.Photo;
import io.protoworks.protocol.ItemValue.SignatureValue;
import io.protoworks.protocol.TransitionBlocker.ClosedGateBlocker;
import io.protoworks.protocol.TransitionBlocker.ItemsBlocker;
import io.protoworks.template.ProtocolTemplateItem;
import io.protoworks.template.ProtocolTemplateItemService;
import org.springframework.stereotype.Component;

/** Where items, signatures and instruments lead to. */
@Component
class ProtocolItemEdges implements GraphModule {
  private final ProtocolItemService items;
  private final ProtocolInstrumentService instruments;
  private final ProtocolSignatureService signatures;
  private final ProtocolService protocols;
  private final ProtocolTemplateItemService templateItems;
  private final CompanyService companies;
  private final UserService users;
  private final AttachmentService attachments;
  private final Attachments files;
  private final AuditTrail trail;

  ProtocolItemEdges(
      ProtocolItemService items,
      ProtocolInstrumentService instruments,
      ProtocolSignatureService signatures,
      ProtocolService protocols,
      ProtocolTemplateItemService templateItems,
      CompanyService companies,
      UserService users,
      AttachmentService attachments,
      Attachments files,
      AuditTrail trail) {
    this.items = items;
    this.instruments = instruments;
    this.signatures = signatures;
    this.protocols = protocols;
    this.templateItems = templateItems;
    this.companies = companies;
    this.users = users;
    this.attachments = attachments;
    this.files = files;
    this.trail = trail;
  }

  @Override
  public void declare(Graph graph) {
    Graph.ByIds<User> anyUser = (viewer, ids) -> users.listByIds(ids);
    Graph.ByIds<Protocol> anyProtocol = (viewer, ids) -> protocols.listByIds(ids);
    declareItems(graph, anyUser, anyProtocol);
    declareValues(graph, anyUser);
    declareSignatures(graph, anyUser);
    declareInstruments(graph, anyUser, anyProtocol);
    graph.many(
        "ItemsBlocker",
        "items",
        ItemsBlocker::itemIds,
        (viewer, ids) -> items.listByIds(ids),
        ProtocolItem::id);
    graph.one("ClosedGateBlocker", "gate", ClosedGateBlocker::gateId, Gate.class);
  }

  private void declareItems(
      Graph graph, Graph.ByIds<User> anyUser, Graph.ByIds<Protocol> anyProtocol) {
    graph.node(ProtocolItem.class, "ProtocolItem", ProtocolItem::id, items::listVisibleByIds);
    graph.list(
        "Protocol",
        "items",
        Protocol::id,
        Graph.NoArguments.class,
        (viewer, ids, none) -> items.listByProtocolIds(ids),
        ProtocolItem::protocolId);
    graph.one("ProtocolItem", "protocol", ProtocolItem::protocolId, anyProtocol, Protocol::id);
    graph.one(
        "ProtocolItem",
        "templateItem",
        ProtocolItem::templateItemId,
        (viewer, ids) -> templateItems.listByIds(ids),
        ProtocolTemplateItem::id);
    graph.one("ProtocolItem", "filledBy", ProtocolItem::filledBy, anyUser, User::id);
    graph.one("ProtocolItem", "approvedBy", ProtocolItem::approvedBy, anyUser, User::id);
    trail.declare(graph, "ProtocolItem", ProtocolItem::id);
    files.declare(graph, "ProtocolItem", ItemContexts.ITEM_ENTITY, ProtocolItem::id);
  }

  private void declareValues(Graph graph, Graph.ByIds<User> anyUser) {
    Graph.ByIds<ProtocolInstrument> anyInstrument = (viewer, ids) -> instruments.listByIds(ids);
    graph.one(
        "NumberValue",
        "instrument",
        NumberValue::instrumentId,
        anyInstrument,
        ProtocolInstrument::id);
    graph.one(
        "NumberRangeValue",
        "instrument",
        NumberRangeValue::instrumentId,
        anyInstrument,
        ProtocolInstrument::id);
    graph.one(
        "Photo",
        "attachment",
        Photo::attachmentId,
        (viewer, ids) -> attachments.listByIds(ids),
        Attachment::id);
    graph.one("SignatureValue", "signer", SignatureValue::signerUserId, anyUser, User::id);
  }

  private void declareSignatures(Graph graph, Graph.ByIds<User> anyUser) {
    graph.list(
        "Protocol",
        "signatures",
        Protocol::id,
        Graph.NoArguments.class,
        (viewer, ids, none) -> signatures.listByProtocolIds(ids),
        ProtocolSignature::protocolId);
    graph.many(
        "ProtocolVerification",
        "brokenSignatures",
        ProtocolVerification::brokenSignatureIds,
        (viewer, ids) -> signatures.listByIds(ids),
        ProtocolSignature::id);
    graph.one("ProtocolSignature", "user", ProtocolSignature::userId, anyUser, User::id);
    graph.one(
        "ProtocolSignature",
        "company",
        ProtocolSignature::companyId,
        (viewer, ids) -> companies.listByIds(ids),
        Company::id);
  }

  private void declareInstruments(
      Graph graph, Graph.ByIds<User> anyUser, Graph.ByIds<Protocol> anyProtocol) {
    graph.node(
        ProtocolInstrument.class,
        "ProtocolInstrument",
        ProtocolInstrument::id,
        instruments::listVisibleByIds);
    graph.list(
        "Protocol",
        "instruments",
        Protocol::id,
        Graph.NoArguments.class,
        (viewer, ids, none) -> instruments.listByProtocolIds(ids),
        ProtocolInstrument::protocolId);
    graph.one(
        "ProtocolInstrument",
        "protocol",
        ProtocolInstrument::protocolId,
        anyProtocol,
        Protocol::id);
    graph.one("ProtocolInstrument", "createdBy", ProtocolInstrument::createdBy, anyUser, User::id);
    graph.one("ProtocolInstrument", "updatedBy", ProtocolInstrument::updatedBy, anyUser, User::id);
  }
}
