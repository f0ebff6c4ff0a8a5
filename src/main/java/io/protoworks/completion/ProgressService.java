package io.protoworks.completion;

import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** How far each level of the hierarchy is, of what the viewer sees of it. */
@Service
public class ProgressService {
  private final ProgressMapper progress;

  ProgressService(ProgressMapper progress) {
    this.progress = progress;
  }

  Map<UUID, Progress> ofProjects(Viewer viewer, Collection<UUID> ids) {
    return byParent(ids, progress.listByProjectIds(viewer.userId(), Rows.keys(ids)));
  }

  Map<UUID, Progress> ofAreas(Viewer viewer, Collection<UUID> ids) {
    return byParent(ids, progress.listByAreaIds(viewer.userId(), Rows.keys(ids)));
  }

  Map<UUID, Progress> ofSystems(Viewer viewer, Collection<UUID> ids) {
    return byParent(ids, progress.listBySystemIds(viewer.userId(), Rows.keys(ids)));
  }

  public Map<UUID, Progress> ofSubsystems(Viewer viewer, Collection<UUID> ids) {
    return byParent(ids, progress.listBySubsystemIds(viewer.userId(), Rows.keys(ids)));
  }

  private static Map<UUID, Progress> byParent(Collection<UUID> ids, List<ProgressRow> rows) {
    Map<UUID, Progress> byParent = new HashMap<>();
    ids.forEach(id -> byParent.put(id, Progress.NONE));
    rows.stream()
        .collect(Collectors.groupingBy(ProgressRow::parentId))
        .forEach((id, stages) -> byParent.put(id, Progress.of(stages)));
    return byParent;
  }
}
