package io.protoworks.event;

import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.plant.Project;
import io.protoworks.plant.Subsystem;
import io.protoworks.plant.SubsystemService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import io.protoworks.protocol.Protocol;
import io.protoworks.protocol.ProtocolService;
import org.springframework.stereotype.Component;

/** What leads to events, and where they lead to: whoever sees an event sees what it is about. */
@Component
class EventEdges implements GraphModule {
  private final EventService events;
  private final SubsystemService subsystems;
  private final ProtocolService protocols;
  private final UserService users;

  EventEdges(
      EventService events,
      SubsystemService subsystems,
      ProtocolService protocols,
      UserService users) {
    this.events = events;
    this.subsystems = subsystems;
    this.protocols = protocols;
    this.users = users;
  }

  @Override
  public void declare(Graph graph) {
    graph.connection(
        "Project",
        "events",
        Project::id,
        EventArguments.class,
        new Graph.Paging<>(EventArguments::page, EventArguments::place),
        events::listByProjectIds,
        Event::projectId,
        events::countByProjectIds);
    graph.value(
        "Project", "eventCursor", Project::id, (viewer, ids, none) -> events.cursors(viewer, ids));
    graph.one("Event", "project", Event::projectId, Project.class);
    graph.one(
        "Event",
        "subsystem",
        Event::subsystemId,
        (viewer, ids) -> subsystems.listByIds(ids),
        Subsystem::id);
    graph.one(
        "Event",
        "protocol",
        Event::protocolId,
        (viewer, ids) -> protocols.listByIds(ids),
        Protocol::id);
    graph.one("Event", "actor", Event::userId, (viewer, ids) -> users.listByIds(ids), User::id);
    graph.reference("Event", "entity", Event::entity);
  }
}
