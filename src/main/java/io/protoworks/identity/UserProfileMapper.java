package io.protoworks.identity;

import io.protoworks.identity.UserProfileService.ChangeProfileInput;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface UserProfileMapper {
  List<UserProfile> listVisibleByUserIds(
      @Param("directory") Directory directory, @Param("userIds") UUID[] userIds);

  @Nullable UserProfile lockByUserId(@Param("userId") UUID userId);

  /** Null when there is one already. */
  @Nullable UserProfile insert(
      @Param("userId") UUID userId, @Param("input") ChangeProfileInput input);

  UserProfile update(@Param("userId") UUID userId, @Param("input") ChangeProfileInput input);
}
