package io.protoworks.plant;

import io.protoworks.audit.AuditTrail;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class ProjectTagEdges implements GraphModule {
  private final AuditTrail trail;
  private final ProjectTagService tags;

  ProjectTagEdges(ProjectTagService tags, AuditTrail trail) {
    this.trail = trail;
    this.tags = tags;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(ProjectTag.class, "ProjectTag", ProjectTag::id, tags::listVisibleByIds);
    graph.one("ProjectTag", "project", ProjectTag::projectId, Project.class);
    graph.list(
        "Project",
        "tags",
        Project::id,
        Graph.NoArguments.class,
        (viewer, ids, none) -> tags.listByProjectIds(viewer, ids),
        ProjectTag::projectId);
    trail.declare(graph, "ProjectTag", ProjectTag::id);
  }
}
