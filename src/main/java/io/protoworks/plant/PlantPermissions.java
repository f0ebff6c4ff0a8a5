package io.protoworks.plant;

import io.protoworks.platform.Permission;
import io.protoworks.platform.PermissionSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this module's permissions permit. */
@Component
class PlantPermissions implements PermissionSource {
  @Override
  public List<Permission> permissions() {
    return List.of(
        new Permission(PlantPermission.PROJECTS_CREATE, "Add projects."),
        new Permission(
            PlantPermission.PROJECTS_WRITE,
            "Change, deactivate and restore a project, and keep its companies, tags and team."),
        new Permission(
            PlantPermission.HIERARCHY_WRITE,
            "Add, change, move, deactivate and restore the areas, systems, subsystems and"
                + " equipments of a project."));
  }
}
