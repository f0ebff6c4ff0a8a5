package io.protoworks.webhook;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface WebhookSecretMapper {
  List<WebhookSecret> listByEndpointIds(@Param("endpointIds") UUID[] endpointIds);

  List<SealedSecret> listSigning(
      @Param("endpointId") UUID endpointId, @Param("now") OffsetDateTime now);

  List<WebhookSecret> expire(
      @Param("endpointId") UUID endpointId,
      @Param("kind") WebhookSecretKind kind,
      @Param("expiresAt") OffsetDateTime expiresAt);

  WebhookSecret insert(
      @Param("endpointId") UUID endpointId,
      @Param("kind") WebhookSecretKind kind,
      @Param("encrypted") String encrypted,
      @Param("publicKey") @Nullable String publicKey);

  int deleteExpired(@Param("now") OffsetDateTime now);
}
