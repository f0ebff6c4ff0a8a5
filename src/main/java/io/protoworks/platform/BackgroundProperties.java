package io.protoworks.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Background work.
 *
 * @param poll how often to look for work that is due
 * @param atOnce how much of it this node does at once; much of it waits for others, such as
 *     receivers that do not answer
 * @param heartbeat how often a node says that it is still at work
 * @param missedHeartbeats after how many that did not come its work is taken over; 4 or more
 */
@ConfigurationProperties("protoworks.background")
record BackgroundProperties(
    @DefaultValue("1s") Duration poll,
    @DefaultValue("32") int atOnce,
    @DefaultValue("5s") Duration heartbeat,
    @DefaultValue("4") int missedHeartbeats) {}
