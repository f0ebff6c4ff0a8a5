package io.protoworks.event;

import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface EventMapper {
  List<Event> listByProjectIds(
      @Param("viewer") UUID viewer,
      @Param("projectIds") UUID[] projectIds,
      @Param("filter") EventFilter filter,
      @Param("page") Page page);

  List<ParentCount> countByProjectIds(
      @Param("viewer") UUID viewer,
      @Param("projectIds") UUID[] projectIds,
      @Param("filter") EventFilter filter);

  List<Event> listBetween(
      @Param("viewer") UUID viewer,
      @Param("projectId") UUID projectId,
      @Param("after") long after,
      @Param("until") long until,
      @Param("filter") EventFilter filter,
      @Param("limit") int limit);

  List<Event> listNew(
      @Param("projectIds") UUID[] projectIds,
      @Param("positions") Long[] positions,
      @Param("limit") int limit);

  List<EventPosition> listVisiblePositions(
      @Param("viewer") UUID viewer, @Param("projectIds") UUID[] projectIds);

  List<EventPosition> listPositions(@Param("projectIds") UUID[] projectIds);

  @Nullable EventPosition findHorizon(@Param("projectId") UUID projectId);

  List<EventSight> listSights(
      @Param("userIds") UUID[] userIds, @Param("projectIds") UUID[] projectIds);

  List<SuppliedSight> listSuppliedSights(
      @Param("userIds") UUID[] userIds, @Param("protocolIds") UUID[] protocolIds);
}
