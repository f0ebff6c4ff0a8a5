package io.protoworks.protocol;

import io.protoworks.plant.Area;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.PlantSystem;
import io.protoworks.plant.Subsystem;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Finds by their ids the places that a SUPPLIER reaches through protocols that name their company.
 */
@Service
class SuppliedPlaceService {
  private final SuppliedPlaceMapper places;

  SuppliedPlaceService(SuppliedPlaceMapper places) {
    this.places = places;
  }

  List<Equipment> listEquipmentsByIds(Viewer viewer, Collection<UUID> ids) {
    return places.listEquipmentsByIds(viewer.userId(), Rows.keys(ids));
  }

  List<Subsystem> listSubsystemsByIds(Viewer viewer, Collection<UUID> ids) {
    return places.listSubsystemsByIds(viewer.userId(), Rows.keys(ids));
  }

  List<PlantSystem> listSystemsByIds(Viewer viewer, Collection<UUID> ids) {
    return places.listSystemsByIds(viewer.userId(), Rows.keys(ids));
  }

  List<Area> listAreasByIds(Viewer viewer, Collection<UUID> ids) {
    return places.listAreasByIds(viewer.userId(), Rows.keys(ids));
  }
}
