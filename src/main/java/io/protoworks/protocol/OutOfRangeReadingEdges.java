package io.protoworks.protocol;

import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.plant.Subsystem;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

/** What leads to readings beyond their limits, and where they lead to. */
@Component
class OutOfRangeReadingEdges implements GraphModule {
  private final OutOfRangeReadingService readings;
  private final ProtocolItemService items;
  private final UserService users;

  OutOfRangeReadingEdges(
      OutOfRangeReadingService readings, ProtocolItemService items, UserService users) {
    this.readings = readings;
    this.items = items;
    this.users = users;
  }

  @Override
  public void declare(Graph graph) {
    graph.connection(
        "Subsystem",
        "outOfRangeReadings",
        Subsystem::id,
        OutOfRangeReadingArguments.class,
        new Graph.Paging<>(
            OutOfRangeReadingArguments::page, OutOfRangeReadingArguments::placeUnder),
        readings::listUnder,
        OutOfRangeReadingUnder::subsystemId,
        OutOfRangeReadingUnder::reading,
        readings::countUnder);
    graph.one(
        "OutOfRangeReading",
        "item",
        OutOfRangeReading::protocolItemId,
        (viewer, ids) -> items.listByIds(ids),
        ProtocolItem::id);
    graph.one(
        "OutOfRangeReading",
        "readBy",
        OutOfRangeReading::readBy,
        (viewer, ids) -> users.listByIds(ids),
        User::id);
  }
}
