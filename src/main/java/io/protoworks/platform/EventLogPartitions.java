package io.protoworks.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Keeps the partitions of the event log two months ahead, and drops those whose events are all
 * older than they are kept, every day.
 */
@Service
class EventLogPartitions {
  private static final Logger LOG = LoggerFactory.getLogger(EventLogPartitions.class);
  private static final int MONTHS_AHEAD = 2;

  private final EventLogMapper events;
  private final Period retention;
  private final Clock clock;

  EventLogPartitions(
      EventLogMapper events,
      @Value("${protoworks.events.retention:P90D}") Period retention,
      Clock clock) {
    this.events = events;
    this.retention = retention;
    this.clock = clock;
  }

  @Bean
  RecurringWork eventPartitionsKept() {
    return new RecurringWork("event-partitions", Duration.ofDays(1), this::keep);
  }

  void keep() {
    LocalDate today = LocalDate.now(clock);
    try {
      int made = events.ensurePartitions(today, MONTHS_AHEAD + 1);
      int dropped = events.dropPartitions(today.minus(retention));
      if (made + dropped > 0) {
        LOG.info("Made {} partitions of the event log, dropped {}.", made, dropped);
      }
    } catch (DataAccessException failure) {
      LOG.error(
          "The event log's partitions could not be kept. Writes go on while there are some; "
              + "the next try is tomorrow.",
          failure);
    }
  }
}
