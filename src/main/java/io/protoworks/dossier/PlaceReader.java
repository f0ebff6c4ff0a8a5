package io.protoworks.dossier;

import io.protoworks.plant.Area;
import io.protoworks.plant.AreaService;
import io.protoworks.plant.PlantSystem;
import io.protoworks.plant.ProjectService;
import io.protoworks.plant.Subsystem;
import io.protoworks.plant.SubsystemService;
import io.protoworks.plant.SystemService;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Viewer;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Reads where something is, for a viewer who sees something there. */
@Service
class PlaceReader {
  private final ProjectService projects;
  private final AreaService areas;
  private final SystemService systems;
  private final SubsystemService subsystems;

  PlaceReader(
      ProjectService projects,
      AreaService areas,
      SystemService systems,
      SubsystemService subsystems) {
    this.projects = projects;
    this.areas = areas;
    this.systems = systems;
    this.subsystems = subsystems;
  }

  Place read(Viewer viewer, UUID subsystemId) {
    Subsystem subsystem = only(subsystems.listByIds(List.of(subsystemId)), "subsystem");
    PlantSystem system = only(systems.listByIds(List.of(subsystem.systemId())), "system");
    Area area = only(areas.listByIds(List.of(system.areaId())), "area");
    return new Place(
        only(projects.listVisibleByIds(viewer, List.of(subsystem.projectId())), "project"),
        area,
        system,
        subsystem);
  }

  /** Whether the viewer sees all that is in a subsystem, and not only single protocols. */
  boolean isWholeFor(Viewer viewer, UUID subsystemId) {
    return !subsystems.listVisibleByIds(viewer, List.of(subsystemId)).isEmpty();
  }

  static <T> T only(List<T> found, String noun) {
    return found.stream().findFirst().orElseThrow(() -> Failure.notFound(noun));
  }
}
