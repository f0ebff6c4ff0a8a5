package io.protoworks.identity;

import io.protoworks.platform.Client;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface SessionMapper {
  List<Session> listVisibleByIds(@Param("scope") AccountScope scope, @Param("ids") UUID[] ids);

  List<Session> listByUserIds(
      @Param("scope") AccountScope scope,
      @Param("userIds") UUID[] userIds,
      @Param("ended") boolean ended,
      @Param("page") Page page);

  List<ParentCount> countByUserIds(
      @Param("scope") AccountScope scope,
      @Param("userIds") UUID[] userIds,
      @Param("ended") boolean ended);

  @Nullable Session lockById(@Param("scope") AccountScope scope, @Param("id") UUID id);

  Session insert(
      @Param("userId") UUID userId,
      @Param("deviceId") UUID deviceId,
      @Param("tokenHash") String tokenHash,
      @Param("fingerprint") @Nullable String fingerprint,
      @Param("client") Client client,
      @Param("idleSeconds") long idleSeconds);

  @Nullable Session rotate(
      @Param("tokenHash") String tokenHash,
      @Param("newTokenHash") String newTokenHash,
      @Param("client") Client client,
      @Param("idleSeconds") long idleSeconds,
      @Param("longestSeconds") long longestSeconds);

  @Nullable Session revokeByReusedToken(@Param("tokenHash") String tokenHash);

  Session revoke(@Param("id") UUID id, @Param("reason") SessionEnd reason);

  List<Session> revokeByDeviceId(
      @Param("deviceId") UUID deviceId, @Param("reason") SessionEnd reason);

  List<Session> revokeByUserId(
      @Param("userId") UUID userId,
      @Param("keptId") @Nullable UUID keptId,
      @Param("reason") SessionEnd reason);

  void insertToken(
      @Param("session") Session session,
      @Param("tokenHash") String tokenHash,
      @Param("client") Client client);

  void useToken(@Param("tokenHash") String tokenHash);

  void revokeTokens(@Param("sessionIds") UUID[] sessionIds);

  int deleteExpiredTokens();
}
