package io.protoworks.audit;

import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class SecurityEventEdges implements GraphModule {
  private final SecurityEventService events;
  private final UserService users;

  SecurityEventEdges(SecurityEventService events, UserService users) {
    this.events = events;
    this.users = users;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(SecurityEvent.class, "SecurityEvent", SecurityEvent::id, events::listReadableByIds);
    graph.one(
        "SecurityEvent",
        "user",
        SecurityEvent::userId,
        (viewer, ids) -> users.listByIds(ids),
        User::id);
  }
}
