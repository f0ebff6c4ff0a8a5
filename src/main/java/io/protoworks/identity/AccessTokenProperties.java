package io.protoworks.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Access tokens.
 *
 * @param secret signs them; 32 bytes or more, the same on every node. Without one a node makes its
 *     own at start, and tokens end with it
 * @param lifetime how long one is valid; refresh tokens carry a session on
 */
@ConfigurationProperties("protoworks.access-token")
record AccessTokenProperties(@Nullable String secret, @DefaultValue("15m") Duration lifetime) {}
