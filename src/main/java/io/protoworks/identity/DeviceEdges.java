package io.protoworks.identity;

import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class DeviceEdges implements GraphModule {
  private static final String TYPE = "Device";

  private final DeviceService devices;
  private final UserService users;

  DeviceEdges(DeviceService devices, UserService users) {
    this.devices = devices;
    this.users = users;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(Device.class, TYPE, Device::id, devices::listVisibleByIds);
    graph.one(TYPE, "user", Device::userId, (viewer, ids) -> users.listByIds(ids), User::id);
    graph.connection(
        "User",
        "devices",
        User::id,
        AccessQuery.class,
        new Graph.Paging<>(
            AccessQuery::page, query -> AccessQuery.place(Device::createdAt, Device::id)),
        devices::listByUserIds,
        Device::userId,
        devices::countByUserIds);
  }
}
