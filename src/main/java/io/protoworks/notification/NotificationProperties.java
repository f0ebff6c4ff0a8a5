package io.protoworks.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What concerns people of what happened.
 *
 * @param gather how long what happens is gathered before it is made into notifications
 * @param catchUp how often what was missed is looked for, because a node ended in between
 * @param poll how often the inboxes of those who follow are looked at when nobody hints that there
 *     is something new
 * @param retention how long notifications are kept, read or not
 */
@ConfigurationProperties("protoworks.notifications")
record NotificationProperties(
    @DefaultValue("100ms") Duration gather,
    @DefaultValue("10s") Duration catchUp,
    @DefaultValue("2s") Duration poll,
    @DefaultValue("90d") Duration retention) {}
