package io.protoworks.identity;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ViewerMapper {
  @Nullable ViewerRow findBySession(
      @Param("userId") UUID userId, @Param("sessionId") @Nullable UUID sessionId);

  @Nullable ViewerRow findByUser(@Param("userId") UUID userId);

  @Nullable ViewerRow findByHashedKey(@Param("hashedKey") String hashedKey);

  @Nullable ViewerRow findByApiKey(@Param("userId") UUID userId, @Param("apiKeyId") UUID apiKeyId);

  List<LivingAccess> listLiving(
      @Param("sessionIds") UUID[] sessionIds, @Param("apiKeyIds") UUID[] apiKeyIds);

  void touchSessions(@Param("sessionIds") UUID[] sessionIds);

  void touchApiKeys(@Param("apiKeyIds") UUID[] apiKeyIds);
}
