package io.protoworks.dossier;

import io.protoworks.plant.Area;
import io.protoworks.plant.PlantSystem;
import io.protoworks.plant.Project;
import io.protoworks.plant.Subsystem;

/** Where something is: a subsystem and the way up from it. */
record Place(Project project, Area area, PlantSystem system, Subsystem subsystem) {
  static String titled(String code, String name) {
    return code.equals(name) ? code : code + " · " + name;
  }

  String projectTitle() {
    return titled(project.code(), project.name());
  }

  String areaTitle() {
    return titled(area.code(), area.name());
  }

  String systemTitle() {
    return titled(system.code(), system.name());
  }

  String subsystemTitle() {
    return titled(subsystem.code(), subsystem.name());
  }
}
