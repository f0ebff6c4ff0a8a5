package io.protoworks.plant;

/** The permissions that this module asks for, as roles hold them. */
public final class PlantPermission {
  public static final String PROJECTS_CREATE = "projects.create";
  public static final String PROJECTS_WRITE = "projects.write";
  public static final String HIERARCHY_WRITE = "hierarchy.write";

  private PlantPermission() {}
}
