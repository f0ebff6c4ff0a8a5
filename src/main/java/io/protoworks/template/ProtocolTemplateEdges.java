package io.protoworks.template;

import io.protoworks.audit.AuditTrail;
import io.protoworks.identity.Discipline;
import io.protoworks.identity.DisciplineService;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class ProtocolTemplateEdges implements GraphModule {
  private final ProtocolTemplateService templates;
  private final ProtocolTemplateItemService items;
  private final TemplateExchangeService exchange;
  private final DisciplineService disciplines;
  private final UserService users;
  private final AuditTrail trail;

  ProtocolTemplateEdges(
      ProtocolTemplateService templates,
      ProtocolTemplateItemService items,
      TemplateExchangeService exchange,
      DisciplineService disciplines,
      UserService users,
      AuditTrail trail) {
    this.templates = templates;
    this.items = items;
    this.exchange = exchange;
    this.disciplines = disciplines;
    this.users = users;
    this.trail = trail;
  }

  @Override
  public void declare(Graph graph) {
    Graph.ByIds<User> anyUser = (viewer, ids) -> users.listByIds(ids);
    declareTemplates(graph, anyUser);
    declareItems(graph, anyUser);
  }

  private void declareTemplates(Graph graph, Graph.ByIds<User> anyUser) {
    graph.node(
        ProtocolTemplate.class,
        "ProtocolTemplate",
        ProtocolTemplate::id,
        (viewer, ids) -> templates.listByIds(ids));
    graph.one(
        "ProtocolTemplate",
        "discipline",
        ProtocolTemplate::disciplineId,
        (viewer, ids) -> disciplines.listByIds(ids),
        Discipline::id);
    graph.one("ProtocolTemplate", "previous", ProtocolTemplate::previousId, ProtocolTemplate.class);
    graph.list(
        "ProtocolTemplate",
        "items",
        ProtocolTemplate::id,
        ItemArguments.class,
        (viewer, ids, asked) -> items.listByTemplateIds(ids, asked.withInactive()),
        ProtocolTemplateItem::protocolTemplateId);
    graph.list(
        "ProtocolTemplate",
        "versions",
        ProtocolTemplate::id,
        Graph.NoArguments.class,
        (viewer, ids, none) -> templates.listVersions(ids),
        TemplateVersion::ofId,
        TemplateVersion::template);
    graph.value(
        "ProtocolTemplate",
        "document",
        ProtocolTemplate::id,
        (viewer, ids, none) -> exchange.documents(ids));
    graph.one("ProtocolTemplate", "publishedBy", ProtocolTemplate::publishedBy, anyUser, User::id);
    graph.one("ProtocolTemplate", "createdBy", ProtocolTemplate::createdBy, anyUser, User::id);
    graph.one("ProtocolTemplate", "updatedBy", ProtocolTemplate::updatedBy, anyUser, User::id);
    trail.declare(graph, "ProtocolTemplate", ProtocolTemplate::id);
  }

  private void declareItems(Graph graph, Graph.ByIds<User> anyUser) {
    graph.node(
        ProtocolTemplateItem.class,
        "ProtocolTemplateItem",
        ProtocolTemplateItem::id,
        (viewer, ids) -> items.listByIds(ids));
    graph.one(
        "ProtocolTemplateItem",
        "template",
        ProtocolTemplateItem::protocolTemplateId,
        ProtocolTemplate.class);
    graph.one(
        "ProtocolTemplateItem", "createdBy", ProtocolTemplateItem::createdBy, anyUser, User::id);
    graph.one(
        "ProtocolTemplateItem", "updatedBy", ProtocolTemplateItem::updatedBy, anyUser, User::id);
    trail.declare(graph, "ProtocolTemplateItem", ProtocolTemplateItem::id);
  }
}
