package io.protoworks.audit;

import io.protoworks.platform.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/** Keeps the log's partitions a year ahead: every day. */
@Service
class AuditPartitions {
  private static final Logger LOG = LoggerFactory.getLogger(AuditPartitions.class);
  private static final int MONTHS_AHEAD = 12;

  private final AuditLogMapper entries;
  private final Clock clock;

  AuditPartitions(AuditLogMapper entries, Clock clock) {
    this.entries = entries;
    this.clock = clock;
  }

  @Bean
  RecurringWork auditPartitionsAhead() {
    return new RecurringWork("audit-partitions", Duration.ofDays(1), this::ensure);
  }

  void ensure() {
    try {
      int made = entries.ensurePartitions(LocalDate.now(clock), MONTHS_AHEAD + 1);
      if (made > 0) {
        LOG.info("Made {} partitions of the audit log.", made);
      }
    } catch (DataAccessException failure) {
      LOG.error(
          "The audit log's partitions could not be made ahead. Writes go on while there are some; "
              + "the next try is tomorrow.",
          failure);
    }
  }
}
