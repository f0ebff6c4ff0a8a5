package io.protoworks.webhook;

import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What messages are signed with, without the secret itself.
 *
 * @param publicKey {@code whpk_…}; null for HMAC
 * @param expiresAt until when it signs beside the one that replaced it; null for the one in use
 */
public record WebhookSecret(
    UUID id,
    UUID endpointId,
    WebhookSecretKind kind,
    @Nullable String publicKey,
    OffsetDateTime createdAt,
    @Nullable OffsetDateTime expiresAt)
    implements Row {}
