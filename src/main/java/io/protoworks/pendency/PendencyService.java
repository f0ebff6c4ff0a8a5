package io.protoworks.pendency;

import io.protoworks.plant.Project;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who sees which pendencies: whoever sees their protocols. */
@Service
public class PendencyService {
  private final PendencyMapper pendencies;
  private final PendencyListMapper lists;
  private final PendencyHistoryMapper history;

  PendencyService(
      PendencyMapper pendencies, PendencyListMapper lists, PendencyHistoryMapper history) {
    this.pendencies = pendencies;
    this.lists = lists;
    this.history = history;
  }

  /** The pendencies of these ids that the viewer sees. */
  public List<Pendency> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return pendencies.listVisibleByIds(viewer.userId(), keys(ids));
  }

  @Nullable Pendency findByNumber(Viewer viewer, String projectCode, int number) {
    return pendencies.findByNumber(viewer.userId(), projectCode, number);
  }

  Connection<Pendency> list(
      Viewer viewer, @Nullable Id<Project> projectId, PendencyArguments arguments) {
    UUID project = projectId == null ? null : projectId.uuid();
    Page page = arguments.page();
    return Connection.of(
        pendencies.listMatching(viewer.userId(), project, arguments.matching(), page),
        page,
        arguments.place(),
        () -> pendencies.countMatching(viewer.userId(), project, arguments.matching()));
  }

  List<PendencyUnder> listUnder(
      PendencyParent parent,
      Viewer viewer,
      Collection<UUID> parentIds,
      PendencyArguments.PendencyFilter filter,
      Page page) {
    return parent.pages(lists).list(viewer.userId(), keys(parentIds), filter, page);
  }

  Map<UUID, Integer> countUnder(
      PendencyParent parent,
      Viewer viewer,
      Collection<UUID> parentIds,
      PendencyArguments.PendencyFilter filter) {
    return ParentCount.byParent(
        parent.counts(lists).count(viewer.userId(), keys(parentIds), filter));
  }

  /** The open pendencies that keep these gates closed. */
  List<PendencyUnder> listBlocking(Viewer viewer, Collection<UUID> gateIds, Page page) {
    return lists.listBlockingByGateIds(viewer.userId(), keys(gateIds), page);
  }

  Map<UUID, Integer> countBlocking(Viewer viewer, Collection<UUID> gateIds) {
    return ParentCount.byParent(lists.countBlockingByGateIds(viewer.userId(), keys(gateIds)));
  }

  /** What was done to these pendencies; seen by whoever sees them. */
  List<PendencyHistory> listHistory(Collection<UUID> pendencyIds) {
    return history.listByPendencyIds(keys(pendencyIds));
  }

  private static UUID[] keys(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }
}
