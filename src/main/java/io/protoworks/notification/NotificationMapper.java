package io.protoworks.notification;

import io.protoworks.platform.Page;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface NotificationMapper {
  List<Notification> listVisibleByIds(@Param("viewer") UUID viewer, @Param("ids") UUID[] ids);

  List<Notification> listMatching(
      @Param("viewer") UUID viewer,
      @Param("filter") NotificationFilter filter,
      @Param("page") Page page);

  int countMatching(@Param("viewer") UUID viewer, @Param("filter") NotificationFilter filter);

  List<Notification> listAfter(
      @Param("viewer") UUID viewer,
      @Param("filter") NotificationFilter filter,
      @Param("after") long after,
      @Param("limit") int limit);

  int markRead(@Param("userId") UUID userId, @Param("ids") UUID[] ids);

  int markUnread(@Param("userId") UUID userId, @Param("ids") UUID[] ids);

  int markAllRead(
      @Param("viewer") UUID viewer,
      @Param("filter") NotificationFilter filter,
      @Param("upTo") long upTo);

  int deleteBefore(@Param("before") OffsetDateTime before, @Param("limit") int limit);
}
