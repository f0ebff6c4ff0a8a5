package io.protoworks.template;

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
  private final DisciplineService disciplines;
  private final UserService users;

  ProtocolTemplateEdges(
      ProtocolTemplateService templates,
      ProtocolTemplateItemService items,
      DisciplineService disciplines,
      UserService users) {
    this.templates = templates;
    this.items = items;
    this.disciplines = disciplines;
    this.users = users;
  }

  @Override
  public void declare(Graph graph) {
    Graph.ByIds<User> anyUser = (viewer, ids) -> users.listByIds(ids);
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
        Graph.NoArguments.class,
        (viewer, ids, none) -> items.listByTemplateIds(ids),
        ProtocolTemplateItem::protocolTemplateId);
    graph.one("ProtocolTemplate", "publishedBy", ProtocolTemplate::publishedBy, anyUser, User::id);
    graph.one("ProtocolTemplate", "createdBy", ProtocolTemplate::createdBy, anyUser, User::id);
    graph.one("ProtocolTemplate", "updatedBy", ProtocolTemplate::updatedBy, anyUser, User::id);

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
  }
}
