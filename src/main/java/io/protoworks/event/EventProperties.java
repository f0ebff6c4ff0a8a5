package io.protoworks.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Events told live.
 *
 * @param poll how often the log is read when nobody hints that there is something new
 * @param buffer how many events may wait for one subscriber before it is closed, to resume later
 */
@ConfigurationProperties("protoworks.events")
record EventProperties(@DefaultValue("1s") Duration poll, @DefaultValue("1000") int buffer) {}
