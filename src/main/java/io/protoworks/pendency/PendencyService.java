package io.protoworks.pendency;

import io.protoworks.pendency.PendencyArguments.PendencyFilter;
import io.protoworks.plant.Equipment;
import io.protoworks.plant.Project;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import io.protoworks.template.PendencyType;
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
    return pendencies.listVisibleByIds(viewer.userId(), Rows.keys(ids));
  }

  /** The equipments of these ids that pendencies name which a SUPPLIER sees. */
  List<Equipment> listSuppliedEquipmentsByIds(Viewer viewer, Collection<UUID> ids) {
    return pendencies.listSuppliedEquipmentsByIds(viewer.userId(), Rows.keys(ids));
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
      PendencyFilter filter,
      Page page) {
    return parent.pages(lists).list(viewer.userId(), Rows.keys(parentIds), filter, page);
  }

  /** So many open pendencies of a type in a subsystem that the viewer sees, after one of them. */
  public List<Pendency> listOpenInSubsystem(
      Viewer viewer, UUID subsystemId, PendencyType type, @Nullable Pendency after, int rows) {
    return listFollowing(
        PendencyParent.SUBSYSTEM, viewer, List.of(subsystemId), type, following(after, rows));
  }

  /** The first open pendencies of each of these protocols that the viewer sees, by number. */
  public List<Pendency> listOpenByProtocolIds(
      Viewer viewer, Collection<UUID> protocolIds, int rowsOfEach) {
    return listFollowing(
        PendencyParent.PROTOCOL, viewer, protocolIds, null, following(null, rowsOfEach));
  }

  /** So many open pendencies of a protocol, if the viewer sees it, after one of them. */
  public List<Pendency> listOpenOfProtocol(
      Viewer viewer, UUID protocolId, Pendency after, int rows) {
    return listFollowing(
        PendencyParent.PROTOCOL, viewer, List.of(protocolId), null, following(after, rows));
  }

  private List<Pendency> listFollowing(
      PendencyParent parent,
      Viewer viewer,
      Collection<UUID> parentIds,
      @Nullable PendencyType type,
      Page page) {
    return listUnder(parent, viewer, parentIds, PendencyFilter.open(type), page).stream()
        .map(PendencyUnder::pendency)
        .toList();
  }

  private static Page following(@Nullable Pendency after, int rows) {
    return after == null
        ? Page.following(rows, null, null)
        : Page.following(rows, Integer.toString(after.number()), after.id());
  }

  Map<UUID, Integer> countUnder(
      PendencyParent parent, Viewer viewer, Collection<UUID> parentIds, PendencyFilter filter) {
    return ParentCount.byParent(
        parent.counts(lists).count(viewer.userId(), Rows.keys(parentIds), filter));
  }

  /** The open pendencies that keep these gates closed. */
  List<PendencyUnder> listBlocking(Viewer viewer, Collection<UUID> gateIds, Page page) {
    return lists.listBlockingByGateIds(viewer.userId(), Rows.keys(gateIds), page);
  }

  Map<UUID, Integer> countBlocking(Viewer viewer, Collection<UUID> gateIds) {
    return ParentCount.byParent(lists.countBlockingByGateIds(viewer.userId(), Rows.keys(gateIds)));
  }

  /** What was done to these pendencies; seen by whoever sees them. */
  List<PendencyHistory> listHistory(Collection<UUID> pendencyIds) {
    return history.listByPendencyIds(Rows.keys(pendencyIds));
  }
}
