package io.protoworks.notification;

import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface NotificationPreferencesMapper {
  @Nullable NotificationPreferences findByUserId(@Param("userId") UUID userId);

  @Nullable NotificationPreferences lockByUserId(@Param("userId") UUID userId);

  /** Null when there is one already. */
  @Nullable NotificationPreferences insert(
      @Param("userId") UUID userId,
      @Param("types") String[] types,
      @Param("projectIds") UUID[] projectIds);

  NotificationPreferences update(
      @Param("userId") UUID userId,
      @Param("types") String[] types,
      @Param("projectIds") UUID[] projectIds);
}
