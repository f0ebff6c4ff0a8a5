package io.protoworks.identity;

import io.protoworks.identity.ApiKeyInputs.CreateApiKeyInput;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface ApiKeyMapper {
  List<ApiKey> listVisibleByIds(@Param("scope") AccountScope scope, @Param("ids") UUID[] ids);

  List<ApiKey> listByUserIds(
      @Param("scope") AccountScope scope,
      @Param("userIds") UUID[] userIds,
      @Param("ended") boolean ended,
      @Param("page") Page page);

  List<ParentCount> countByUserIds(
      @Param("scope") AccountScope scope,
      @Param("userIds") UUID[] userIds,
      @Param("ended") boolean ended);

  long lockLimit(@Param("userId") UUID userId);

  long countLive(@Param("userId") UUID userId);

  @Nullable ApiKey lockById(@Param("scope") AccountScope scope, @Param("id") UUID id);

  ApiKey insert(
      @Param("userId") UUID userId,
      @Param("input") CreateApiKeyInput input,
      @Param("scopes") String[] scopes,
      @Param("hashedKey") String hashedKey,
      @Param("hint") String hint);

  ApiKey revoke(@Param("id") UUID id);

  List<ApiKey> revokeByUserId(@Param("userId") UUID userId);
}
