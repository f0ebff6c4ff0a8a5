package io.protoworks.dashboard;

import io.protoworks.dashboard.DashboardArguments.OfAging;
import io.protoworks.dashboard.DashboardArguments.OfCurve;
import io.protoworks.dashboard.DashboardArguments.OfMatrix;
import io.protoworks.dashboard.DashboardArguments.OfWaiting;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface DashboardMapper {
  List<CompletionMatrixCounts> listMatrixByProjectIds(
      @Param("viewer") UUID viewer,
      @Param("projectIds") UUID[] projectIds,
      @Param("matching") OfMatrix matching);

  List<PendencyAgingRow> listAgingByProjectIds(
      @Param("viewer") UUID viewer,
      @Param("projectIds") UUID[] projectIds,
      @Param("matching") OfAging matching,
      @Param("today") LocalDate today);

  List<ProgressCurveWeek> listCurveByProjectIds(
      @Param("viewer") UUID viewer,
      @Param("projectIds") UUID[] projectIds,
      @Param("matching") OfCurve matching);

  List<WaitingRow> listWaitingByProjectIds(
      @Param("viewer") UUID viewer,
      @Param("projectIds") UUID[] projectIds,
      @Param("matching") OfWaiting matching);

  List<WaitingRow> listWaitingBySubsystemIds(
      @Param("viewer") UUID viewer,
      @Param("subsystemIds") UUID[] subsystemIds,
      @Param("matching") OfWaiting matching);
}
