package io.protoworks.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Keeps the log's partitions a year ahead: at the start of the application and every day. */
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

  @Scheduled(initialDelay = 0, fixedDelay = 1, timeUnit = TimeUnit.DAYS)
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
