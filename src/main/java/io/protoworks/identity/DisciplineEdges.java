package io.protoworks.identity;

import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class DisciplineEdges implements GraphModule {
  private final DisciplineService disciplines;

  DisciplineEdges(DisciplineService disciplines) {
    this.disciplines = disciplines;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(
        Discipline.class,
        "Discipline",
        Discipline::id,
        (viewer, ids) -> disciplines.listByIds(ids));
  }
}
