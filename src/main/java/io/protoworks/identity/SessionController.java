package io.protoworks.identity;

import io.protoworks.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class SessionController {
  private final SessionService sessions;

  SessionController(SessionService sessions) {
    this.sessions = sessions;
  }

  record SessionPayload(Session session) {}

  record DevicePayload(Device device) {}

  @MutationMapping
  SessionPayload logout(Viewer viewer) {
    return new SessionPayload(sessions.logout(viewer));
  }

  @MutationMapping
  SessionPayload revokeSession(@Argument RevokeInput<Session> input, Viewer viewer) {
    return new SessionPayload(sessions.revoke(viewer, input));
  }

  @MutationMapping
  DevicePayload revokeDevice(@Argument RevokeInput<Device> input, Viewer viewer) {
    return new DevicePayload(sessions.revokeDevice(viewer, input));
  }
}
