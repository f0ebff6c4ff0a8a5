package io.protoworks.webhook;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface WebhookAttemptMapper {
  List<WebhookAttempt> listByDeliveryIds(@Param("deliveryIds") UUID[] deliveryIds);

  int insert(@Param("attempt") WebhookAttempt attempt);
}
