package io.protoworks.audit;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class SecurityEventController {
  private final SecurityEventService events;

  SecurityEventController(SecurityEventService events) {
    this.events = events;
  }

  @QueryMapping
  Connection<SecurityEvent> securityEvents(@Arguments SecurityEventQuery query, Viewer viewer) {
    return events.list(viewer, query);
  }
}
