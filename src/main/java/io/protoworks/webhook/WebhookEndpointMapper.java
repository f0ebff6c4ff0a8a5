package io.protoworks.webhook;

import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface WebhookEndpointMapper {
  List<WebhookEndpoint> listVisibleByIds(
      @Param("scope") WebhookScope scope, @Param("ids") UUID[] ids);

  List<WebhookEndpoint> listByProjectIds(
      @Param("scope") WebhookScope scope,
      @Param("projectIds") UUID[] projectIds,
      @Param("page") Page page);

  List<ParentCount> countByProjectIds(
      @Param("scope") WebhookScope scope, @Param("projectIds") UUID[] projectIds);

  @Nullable WebhookEndpoint findById(@Param("id") UUID id);

  List<UUID> listActiveIdsByProjectIds(@Param("projectIds") UUID[] projectIds);

  List<UUID> listForgottenIds(@Param("taskName") String taskName);

  @Nullable WebhookEndpoint lockVisibleById(
      @Param("scope") WebhookScope scope, @Param("id") UUID id);

  @Nullable WebhookEndpoint lockById(@Param("id") UUID id);

  WebhookEndpoint insert(WebhookEndpointDraft draft);

  WebhookEndpoint update(@Param("id") UUID id, @Param("draft") WebhookEndpointDraft draft);

  WebhookEndpoint updateVersion(@Param("id") UUID id);

  WebhookEndpoint disable(@Param("id") UUID id, @Param("reason") String reason);

  WebhookEndpoint enable(
      @Param("id") UUID id,
      @Param("ownerId") UUID ownerId,
      @Param("apiKeyId") @Nullable UUID apiKeyId,
      @Param("position") long position);

  int advance(@Param("id") UUID id, @Param("position") long position);
}
