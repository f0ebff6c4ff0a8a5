package io.protoworks.identity;

import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class SessionEdges implements GraphModule {
  private static final String TYPE = "Session";

  private final SessionService sessions;
  private final DeviceService devices;
  private final UserService users;

  SessionEdges(SessionService sessions, DeviceService devices, UserService users) {
    this.sessions = sessions;
    this.devices = devices;
    this.users = users;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(Session.class, TYPE, Session::id, sessions::listVisibleByIds);
    graph.one(TYPE, "user", Session::userId, (viewer, ids) -> users.listByIds(ids), User::id);
    graph.one(
        TYPE, "device", Session::deviceId, (viewer, ids) -> devices.listByIds(ids), Device::id);
    graph.value(
        TYPE,
        "isCurrent",
        Session::id,
        (viewer, ids, none) ->
            ids.stream().collect(Collectors.toMap(id -> id, id -> id.equals(viewer.sessionId()))));
    graph.connection(
        "User",
        "sessions",
        User::id,
        AccessQuery.class,
        new Graph.Paging<>(
            AccessQuery::page, query -> AccessQuery.place(Session::createdAt, Session::id)),
        sessions::listByUserIds,
        Session::userId,
        sessions::countByUserIds);
  }
}
