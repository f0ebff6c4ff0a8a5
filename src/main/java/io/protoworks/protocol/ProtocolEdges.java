package io.protoworks.protocol;

import io.protoworks.attachment.Attachments;
import io.protoworks.audit.AuditTrail;
import io.protoworks.identity.Company;
import io.protoworks.identity.CompanyService;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.plant.Area;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.EquipmentService;
import io.protoworks.plant.PlantSystem;
import io.protoworks.plant.Project;
import io.protoworks.plant.Subsystem;
import io.protoworks.plant.SubsystemService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import io.protoworks.template.ProtocolTemplate;
import io.protoworks.template.ProtocolTemplateService;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where protocols lead to, and what leads to them. */
@Component
class ProtocolEdges implements GraphModule {
  private final ProtocolService protocols;
  private final ProtocolTransitionService transitions;
  private final ProtocolTemplateService templates;
  private final EquipmentService equipments;
  private final SubsystemService subsystems;
  private final CompanyService companies;
  private final UserService users;
  private final Attachments files;
  private final AuditTrail trail;

  ProtocolEdges(
      ProtocolService protocols,
      ProtocolTransitionService transitions,
      ProtocolTemplateService templates,
      EquipmentService equipments,
      SubsystemService subsystems,
      CompanyService companies,
      UserService users,
      Attachments files,
      AuditTrail trail) {
    this.protocols = protocols;
    this.transitions = transitions;
    this.templates = templates;
    this.equipments = equipments;
    this.subsystems = subsystems;
    this.companies = companies;
    this.users = users;
    this.files = files;
    this.trail = trail;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(Protocol.class, "Protocol", Protocol::id, protocols::listVisibleByIds);
    declareWayUp(graph);
    declareParties(graph);
    files.declare(graph, "Protocol", ProtocolAttachmentService.ENTITY, Protocol::id);
    graph.list(
        "Protocol",
        "assignments",
        Protocol::id,
        Graph.NoArguments.class,
        (viewer, ids, none) -> protocols.listAssignments(ids),
        ProtocolEquipmentCompany::protocolId);
    graph.list(
        "Protocol",
        "statusHistory",
        Protocol::id,
        Graph.NoArguments.class,
        (viewer, ids, none) -> protocols.listHistory(ids),
        ProtocolStatusHistory::protocolId);
    graph.value(
        "Protocol",
        "availableTransitions",
        Protocol::id,
        (viewer, ids, none) -> transitions.listAvailable(viewer, protocols.listByIds(ids)));
    graph.value(
        "Equipment",
        "completion",
        Equipment::id,
        (viewer, ids, none) -> protocols.completionOfEquipments(viewer, ids));
    trail.declare(graph, "Protocol", Protocol::id);
    declareLists(graph);
  }

  /** Whoever sees a protocol sees what it is about. */
  private void declareWayUp(Graph graph) {
    graph.one("Protocol", "project", Protocol::projectId, Project.class);
    graph.one(
        "Protocol",
        "subsystem",
        Protocol::subsystemId,
        (viewer, ids) -> subsystems.listByIds(ids),
        Subsystem::id);
    graph.one(
        "Protocol",
        "template",
        Protocol::templateId,
        (viewer, ids) -> templates.listByIds(ids),
        ProtocolTemplate::id);
    graph.one(
        "ProtocolEquipmentCompany",
        "equipment",
        ProtocolEquipmentCompany::equipmentId,
        (viewer, ids) -> equipments.listByIds(ids),
        Equipment::id);
    graph.one(
        "CreateProtocolResult",
        "equipment",
        ProtocolBulkService.CreateProtocolResult::equipmentId,
        Equipment.class);
  }

  private void declareParties(Graph graph) {
    Graph.ByIds<Company> anyCompany = (viewer, ids) -> companies.listByIds(ids);
    graph.one("Protocol", "executorCompany", Protocol::executorCompanyId, anyCompany, Company::id);
    graph.one("Protocol", "currentCompany", Protocol::currentCompanyId, anyCompany, Company::id);
    graph.one(
        "ProtocolEquipmentCompany",
        "company",
        ProtocolEquipmentCompany::companyId,
        anyCompany,
        Company::id);
    Graph.ByIds<User> anyUser = (viewer, ids) -> users.listByIds(ids);
    graph.one("Protocol", "createdBy", Protocol::createdBy, anyUser, User::id);
    graph.one("Protocol", "updatedBy", Protocol::updatedBy, anyUser, User::id);
    graph.one("ProtocolStatusHistory", "user", ProtocolStatusHistory::userId, anyUser, User::id);
  }

  private void declareLists(Graph graph) {
    under(graph, "Project", Project::id, protocols.ofProjects(), protocols.countsOfProjects());
    under(graph, "Area", Area::id, protocols.ofAreas(), protocols.countsOfAreas());
    under(graph, "System", PlantSystem::id, protocols.ofSystems(), protocols.countsOfSystems());
    under(
        graph,
        "Subsystem",
        Subsystem::id,
        protocols.ofSubsystems(),
        protocols.countsOfSubsystems());
    under(
        graph,
        "Equipment",
        Equipment::id,
        protocols.ofEquipments(),
        protocols.countsOfEquipments());
    under(
        graph,
        "ProtocolTemplate",
        ProtocolTemplate::id,
        protocols.ofTemplates(),
        protocols.countsOfTemplates());
  }

  /** The same pages under everything that has protocols. */
  private <P> void under(
      Graph graph,
      String parentType,
      Function<P, @Nullable UUID> id,
      ProtocolService.Pages pages,
      ProtocolService.Counts counts) {
    graph.connection(
        parentType,
        "protocols",
        id,
        ProtocolArguments.class,
        new Graph.Paging<>(ProtocolArguments::page, ProtocolArguments::placeUnder),
        (viewer, ids, arguments, page) -> protocols.listUnder(pages, viewer, ids, arguments, page),
        ProtocolUnder::parentId,
        ProtocolUnder::protocol,
        (viewer, ids, arguments) -> protocols.countUnder(counts, viewer, ids, arguments));
  }
}
