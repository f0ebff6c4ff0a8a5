package io.protoworks.notification;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface NotificationMakerMapper {
  @Nullable Long lockPosition(@Param("projectId") UUID projectId);

  int insertPosition(@Param("projectId") UUID projectId);

  @Nullable Long findEnd(
      @Param("projectId") UUID projectId, @Param("after") long after, @Param("limit") int limit);

  int insertOfEvents(
      @Param("projectId") UUID projectId, @Param("after") long after, @Param("until") long until);

  int advance(@Param("projectId") UUID projectId, @Param("until") long until);

  List<UUID> listProjectIdsBehind(@Param("before") OffsetDateTime before);
}
