package io.protoworks.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a login lasts.
 *
 * @param idleLifetime a session ends when it was not refreshed for so long
 * @param longestLifetime a session ends then, however often it was refreshed
 * @param watchInterval how often a running subscription asks whether its session still lives
 */
@ConfigurationProperties("protoworks.session")
record SessionProperties(
    @DefaultValue("14d") Duration idleLifetime,
    @DefaultValue("90d") Duration longestLifetime,
    @DefaultValue("5s") Duration watchInterval) {}
