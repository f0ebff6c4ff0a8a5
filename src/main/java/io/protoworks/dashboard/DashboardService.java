package io.protoworks.dashboard;

import io.protoworks.dashboard.DashboardArguments.OfAging;
import io.protoworks.dashboard.DashboardArguments.OfCurve;
import io.protoworks.dashboard.DashboardArguments.OfMatrix;
import io.protoworks.dashboard.DashboardArguments.OfWaiting;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The dashboards, of the projects that the viewer has open. */
@Service
class DashboardService {
  private final DashboardMapper dashboards;
  private final Clock clock;

  DashboardService(DashboardMapper dashboards, Clock clock) {
    this.dashboards = dashboards;
    this.clock = clock;
  }

  List<CompletionMatrixRow> listMatrix(
      Viewer viewer, Collection<UUID> projectIds, OfMatrix matching) {
    return dashboards
        .listMatrixByProjectIds(viewer.userId(), Rows.keys(projectIds), matching)
        .stream()
        .collect(
            Collectors.groupingBy(
                CompletionMatrixCounts::subsystemId, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(CompletionMatrixRow::of)
        .toList();
  }

  /** As of today: days begin at midnight UTC, as those on which pendencies were raised do. */
  List<PendencyAgingRow> listAging(Viewer viewer, Collection<UUID> projectIds, OfAging matching) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return dashboards.listAgingByProjectIds(
        viewer.userId(), Rows.keys(projectIds), matching, today);
  }

  List<ProgressCurveWeek> listCurve(Viewer viewer, Collection<UUID> projectIds, OfCurve matching) {
    return dashboards.listCurveByProjectIds(viewer.userId(), Rows.keys(projectIds), matching);
  }

  List<WaitingRow> listWaiting(Viewer viewer, Collection<UUID> projectIds, OfWaiting matching) {
    return dashboards.listWaitingByProjectIds(viewer.userId(), Rows.keys(projectIds), matching);
  }

  List<WaitingRow> listWaitingInSubsystems(
      Viewer viewer, Collection<UUID> subsystemIds, OfWaiting matching) {
    return dashboards.listWaitingBySubsystemIds(viewer.userId(), Rows.keys(subsystemIds), matching);
  }
}
