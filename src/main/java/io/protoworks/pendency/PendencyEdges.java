package io.protoworks.pendency;

import io.protoworks.attachment.Attachments;
import io.protoworks.audit.AuditTrail;
import io.protoworks.identity.Company;
import io.protoworks.identity.CompanyService;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.EquipmentService;
import io.protoworks.plant.Project;
import io.protoworks.plant.Subsystem;
import io.protoworks.plant.SubsystemService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import io.protoworks.protocol.Protocol;
import io.protoworks.protocol.ProtocolItem;
import io.protoworks.protocol.ProtocolItemService;
import io.protoworks.protocol.ProtocolService;
import org.springframework.stereotype.Component;

/** Where pendencies lead to. */
@Component
class PendencyEdges implements GraphModule {
  private final PendencyService pendencies;
  private final ProtocolService protocols;
  private final ProtocolItemService items;
  private final EquipmentService equipments;
  private final SubsystemService subsystems;
  private final CompanyService companies;
  private final UserService users;
  private final Attachments files;
  private final AuditTrail trail;

  PendencyEdges(
      PendencyService pendencies,
      ProtocolService protocols,
      ProtocolItemService items,
      EquipmentService equipments,
      SubsystemService subsystems,
      CompanyService companies,
      UserService users,
      Attachments files,
      AuditTrail trail) {
    this.pendencies = pendencies;
    this.protocols = protocols;
    this.items = items;
    this.equipments = equipments;
    this.subsystems = subsystems;
    this.companies = companies;
    this.users = users;
    this.files = files;
    this.trail = trail;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(Pendency.class, "Pendency", Pendency::id, pendencies::listVisibleByIds);
    declareWayUp(graph);
    declareParties(graph);
    graph.list(
        "Pendency",
        "history",
        Pendency::id,
        Graph.NoArguments.class,
        (viewer, ids, none) -> pendencies.listHistory(ids),
        PendencyHistory::pendencyId);
    files.declare(graph, "Pendency", PendencyAttachmentService.ENTITY, Pendency::id);
    trail.declare(graph, "Pendency", Pendency::id);
  }

  /** Whoever sees a pendency sees what it is about. */
  private void declareWayUp(Graph graph) {
    graph.one("Pendency", "project", Pendency::projectId, Project.class);
    graph.one(
        "Pendency",
        "subsystem",
        Pendency::subsystemId,
        (viewer, ids) -> subsystems.listByIds(ids),
        Subsystem::id);
    graph.one(
        "Pendency",
        "protocol",
        Pendency::protocolId,
        (viewer, ids) -> protocols.listByIds(ids),
        Protocol::id);
    graph.one(
        "Pendency",
        "protocolItem",
        Pendency::protocolItemId,
        (viewer, ids) -> items.listByIds(ids),
        ProtocolItem::id);
    graph.one(
        "Pendency",
        "equipment",
        Pendency::equipmentId,
        (viewer, ids) -> equipments.listByIds(ids),
        Equipment::id);
    graph.reached(Equipment.class, pendencies::listSuppliedEquipmentsByIds);
  }

  private void declareParties(Graph graph) {
    Graph.ByIds<Company> anyCompany = (viewer, ids) -> companies.listByIds(ids);
    graph.one("Pendency", "raisingCompany", Pendency::raisingCompanyId, anyCompany, Company::id);
    graph.one("Pendency", "clearingCompany", Pendency::clearingCompanyId, anyCompany, Company::id);
    Graph.ByIds<User> anyUser = (viewer, ids) -> users.listByIds(ids);
    graph.one("Pendency", "assignedTo", Pendency::assignedTo, anyUser, User::id);
    graph.one("Pendency", "clearedBy", Pendency::clearedBy, anyUser, User::id);
    graph.one("Pendency", "resolvedBy", Pendency::resolvedBy, anyUser, User::id);
    graph.one("Pendency", "requestedBy", Pendency::requestedBy, anyUser, User::id);
    graph.one("Pendency", "createdBy", Pendency::createdBy, anyUser, User::id);
    graph.one("Pendency", "updatedBy", Pendency::updatedBy, anyUser, User::id);
    graph.one("PendencyHistory", "user", PendencyHistory::userId, anyUser, User::id);
  }
}
