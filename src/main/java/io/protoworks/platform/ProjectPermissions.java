package io.protoworks.platform;

import java.util.List;
import java.util.UUID;

/**
 * What a viewer may do in which project, for modules that stand below the one that keeps projects.
 * Where nobody answers, nobody may do anything in any project.
 */
public interface ProjectPermissions {
  /** Whether the viewer may do this in the project; false, too, for a project they don't see. */
  boolean may(Viewer viewer, String permission, UUID projectId);

  /** The projects in which the viewer may do this. */
  List<UUID> listWith(Viewer viewer, String permission);
}
