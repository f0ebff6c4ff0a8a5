package io.protoworks.webhook;

import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.webhook.WebhookDeliveryArguments.WebhookDeliveryFilter;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface WebhookDeliveryMapper {
  List<WebhookDelivery> listVisibleByIds(
      @Param("scope") WebhookScope scope, @Param("ids") UUID[] ids);

  List<WebhookDelivery> listByEndpointIds(
      @Param("scope") WebhookScope scope,
      @Param("endpointIds") UUID[] endpointIds,
      @Param("filter") WebhookDeliveryFilter filter,
      @Param("page") Page page);

  List<ParentCount> countByEndpointIds(
      @Param("scope") WebhookScope scope,
      @Param("endpointIds") UUID[] endpointIds,
      @Param("filter") WebhookDeliveryFilter filter);

  @Nullable WebhookDelivery findById(@Param("id") UUID id);

  @Nullable WebhookDelivery findNextByEndpointId(@Param("endpointId") UUID endpointId);

  WebhookDelivery insertOfEvent(
      @Param("endpointId") UUID endpointId,
      @Param("projectId") UUID projectId,
      @Param("sequence") long sequence,
      @Param("eventType") String eventType,
      @Param("nextAttemptAt") OffsetDateTime nextAttemptAt);

  WebhookDelivery insertTest(
      @Param("endpointId") UUID endpointId,
      @Param("projectId") UUID projectId,
      @Param("eventType") String eventType,
      @Param("payload") String payload,
      @Param("readFor") UUID readFor);

  WebhookDelivery insertReplay(@Param("id") UUID id);

  /** The body that is kept; null when the delivery is settled already. */
  @Nullable String updatePayload(
      @Param("id") UUID id, @Param("payload") String payload, @Param("readFor") UUID readFor);

  int postpone(
      @Param("id") UUID id,
      @Param("attempts") int attempts,
      @Param("nextAttemptAt") OffsetDateTime nextAttemptAt);

  int settle(
      @Param("id") UUID id,
      @Param("attempts") int attempts,
      @Param("status") WebhookDeliveryStatus status);

  int skip(@Param("id") UUID id);

  int takeUp(@Param("endpointId") UUID endpointId, @Param("position") long position);

  int skipUntil(@Param("endpointId") UUID endpointId, @Param("position") long position);

  int forgetPayloads(@Param("endpointId") UUID endpointId);

  int deleteSettled(@Param("before") OffsetDateTime before, @Param("limit") int limit);
}
