package io.protoworks.pendency;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.RecurringWork;
import io.protoworks.platform.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells that pendencies are overdue, from the day after they were due on and again every week until
 * they are cleared: an event of the system user, as any other in the log. Days are those of UTC.
 */
@Service
class PendencyReminders {
  private static final int AT_ONCE = 500;

  private final PendencyReminderMapper reminders;
  private final Changes changes;
  private final TransactionTemplate transaction;
  private final Period again;
  private final Clock clock;

  PendencyReminders(
      PendencyReminderMapper reminders,
      Changes changes,
      TransactionTemplate transaction,
      @Value("${protoworks.pendencies.remind-again:P7D}") Period again,
      Clock clock) {
    this.reminders = reminders;
    this.changes = changes;
    this.transaction = transaction;
    this.again = again;
    this.clock = clock;
  }

  @Bean
  RecurringWork overduePendenciesTold() {
    return new RecurringWork("pendency-reminders", Duration.ofHours(1), this::remind);
  }

  void remind() {
    LocalDate today = LocalDate.now(clock);
    LocalDate toldBefore = today.minus(again).plusDays(1);
    for (UUID projectId : reminders.listProjectIdsToRemind(today, toldBefore)) {
      while (tell(projectId, today, toldBefore) == AT_ONCE) {
        // There are more.
      }
    }
  }

  private int tell(UUID projectId, LocalDate today, LocalDate toldBefore) {
    Integer told =
        transaction.execute(
            status -> {
              List<Pendency> overdue = reminders.markTold(projectId, today, toldBefore, AT_ONCE);
              overdue.forEach(this::record);
              return overdue.size();
            });
    return told == null ? 0 : told;
  }

  private void record(Pendency pendency) {
    changes.record(
        Viewer.system(Set.of()),
        Change.of(
                Change.Action.UPDATE,
                PendencySteps.TYPE,
                "overdue",
                pendency.id(),
                pendency.projectId(),
                null,
                null)
            .with(Map.of("dueOn", String.valueOf(pendency.dueOn())))
            .about(pendency));
  }
}
