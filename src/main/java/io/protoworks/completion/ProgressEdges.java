package io.protoworks.completion;

import io.protoworks.plant.Area;
import io.protoworks.plant.PlantSystem;
import io.protoworks.plant.Project;
import io.protoworks.plant.Subsystem;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

/** The field {@code progress} of every level. */
@Component
class ProgressEdges implements GraphModule {
  private static final String FIELD = "progress";

  private final ProgressService progress;

  ProgressEdges(ProgressService progress) {
    this.progress = progress;
  }

  @Override
  public void declare(Graph graph) {
    graph.value(
        "Project", FIELD, Project::id, (viewer, ids, none) -> progress.ofProjects(viewer, ids));
    graph.value("Area", FIELD, Area::id, (viewer, ids, none) -> progress.ofAreas(viewer, ids));
    graph.value(
        "System", FIELD, PlantSystem::id, (viewer, ids, none) -> progress.ofSystems(viewer, ids));
    graph.value(
        "Subsystem",
        FIELD,
        Subsystem::id,
        (viewer, ids, none) -> progress.ofSubsystems(viewer, ids));
  }
}
