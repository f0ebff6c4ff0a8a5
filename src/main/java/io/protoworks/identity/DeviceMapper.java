package io.protoworks.identity;

import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface DeviceMapper {
  List<Device> listByIds(@Param("ids") UUID[] ids);

  List<Device> listVisibleByIds(@Param("scope") AccountScope scope, @Param("ids") UUID[] ids);

  List<Device> listByUserIds(
      @Param("scope") AccountScope scope,
      @Param("userIds") UUID[] userIds,
      @Param("ended") boolean ended,
      @Param("page") Page page);

  List<ParentCount> countByUserIds(
      @Param("scope") AccountScope scope,
      @Param("userIds") UUID[] userIds,
      @Param("ended") boolean ended);

  @Nullable Device lockById(@Param("scope") AccountScope scope, @Param("id") UUID id);

  @Nullable Device lockByFingerprint(
      @Param("userId") UUID userId, @Param("fingerprint") String fingerprint);

  Device upsert(
      @Param("userId") UUID userId,
      @Param("fingerprint") String fingerprint,
      @Param("name") @Nullable String name,
      @Param("platform") @Nullable String platform);

  Device revoke(@Param("id") UUID id);
}
