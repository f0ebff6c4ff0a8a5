package io.protoworks.plant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A level of the hierarchy between the project and its equipments: known by a code under its
 * parent.
 */
public sealed interface Branch permits Area, PlantSystem, Subsystem {
  UUID id();

  /** The project of an area, the area of a system, the system of a subsystem. */
  UUID parentId();

  String code();

  String name();

  @Nullable String description();

  boolean isActive();
}
