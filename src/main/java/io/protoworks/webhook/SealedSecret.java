package io.protoworks.webhook;

import io.protoworks.platform.Row;

/**
 * A secret as the table keeps it.
 *
 * @param encrypted in hexadecimal
 */
record SealedSecret(WebhookSecretKind kind, String encrypted) implements Row {}
