package io.protoworks.completion;

import io.protoworks.audit.AuditTrail;
import io.protoworks.identity.Company;
import io.protoworks.identity.CompanyService;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.EquipmentService;
import io.protoworks.plant.Subsystem;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class GateWaiverEdges implements GraphModule {
  private final GateWaiverService waivers;
  private final EquipmentService equipments;
  private final CompanyService companies;
  private final UserService users;
  private final AuditTrail trail;

  GateWaiverEdges(
      GateWaiverService waivers,
      EquipmentService equipments,
      CompanyService companies,
      UserService users,
      AuditTrail trail) {
    this.waivers = waivers;
    this.equipments = equipments;
    this.companies = companies;
    this.users = users;
    this.trail = trail;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(GateWaiver.class, "GateWaiver", GateWaiver::id, waivers::listVisibleByIds);
    graph.list(
        "Equipment",
        "gateWaivers",
        Equipment::id,
        GateWaiverArguments.OfEquipment.class,
        waivers::listByEquipmentIds,
        GateWaiver::equipmentId);
    graph.connection(
        "Subsystem",
        "gateWaivers",
        Subsystem::id,
        GateWaiverArguments.class,
        new Graph.Paging<>(GateWaiverArguments::page, GateWaiverArguments::place),
        waivers::listBySubsystemIds,
        GateWaiver::subsystemId,
        waivers::countBySubsystemIds);
    graph.one(
        "GateWaiver",
        "equipment",
        GateWaiver::equipmentId,
        (viewer, ids) -> equipments.listByIds(ids),
        Equipment::id);
    graph.one(
        "GateWaiver",
        "company",
        GateWaiver::companyId,
        (viewer, ids) -> companies.listByIds(ids),
        Company::id);
    Graph.ByIds<User> anyUser = (viewer, ids) -> users.listByIds(ids);
    graph.one("GateWaiver", "signedBy", GateWaiver::signedBy, anyUser, User::id);
    graph.one("GateWaiver", "revokedBy", GateWaiver::revokedBy, anyUser, User::id);
    trail.declare(graph, "GateWaiver", GateWaiver::id);
  }
}
