package io.protoworks.protocol;

import io.protoworks.plant.Area;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.PlantSystem;
import io.protoworks.plant.Subsystem;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

/** What a SUPPLIER reaches through a protocol they can look up, too. */
@Component
class SuppliedPlaceEdges implements GraphModule {
  private final SuppliedPlaceService places;

  SuppliedPlaceEdges(SuppliedPlaceService places) {
    this.places = places;
  }

  @Override
  public void declare(Graph graph) {
    graph.reached(Equipment.class, places::listEquipmentsByIds);
    graph.reached(Subsystem.class, places::listSubsystemsByIds);
    graph.reached(PlantSystem.class, places::listSystemsByIds);
    graph.reached(Area.class, places::listAreasByIds);
  }
}
