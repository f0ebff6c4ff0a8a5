package io.protoworks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.protoworks.testing.ServerTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Work in the background is scheduled with the transaction that wants it, and done once. */
@ServerTest
@Import(BackgroundWorkTests.Work.class)
@TestPropertySource(properties = "protoworks.background.poll=50ms")
class BackgroundWorkTests {
  private static final BlockingQueue<String> DONE = new LinkedBlockingQueue<>();

  @Autowired SchedulerClient scheduler;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient database;

  @Autowired
  @Qualifier("noted")
  Task<Void> noted;

  @org.springframework.boot.test.context.TestConfiguration(proxyBeanMethods = false)
  static class Work {
    @Bean
    OneTimeTask<Void> noted() {
      return Tasks.oneTime("noted").execute((instance, context) -> DONE.add(instance.getId()));
    }
  }

  @Test
  void whatARefusedTransactionWantedIsNotDone() throws InterruptedException {
    String refused = UUID.randomUUID().toString();
    String wanted = UUID.randomUUID().toString();
    transaction.executeWithoutResult(
        status -> {
          scheduler.scheduleIfNotExists(noted.instance(refused), Instant.now());
          status.setRollbackOnly();
        });
    transaction.executeWithoutResult(
        status -> scheduler.scheduleIfNotExists(noted.instance(wanted), Instant.now()));
    assertThat(DONE.poll(30, TimeUnit.SECONDS)).isEqualTo(wanted);
    assertThat(DONE).isEmpty();
    assertThat(scheduled("noted")).doesNotContain(refused);
  }

  private List<String> scheduled(String name) {
    return database
        .sql("select task_instance from platform.scheduled_tasks where task_name = ?")
        .param(name)
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** However many nodes there are, and there are several in these tests. */
  @Test
  void recurringWorkIsScheduledOnce() {
    for (String name :
        List.of("audit-partitions", "event-partitions", "access-cleaning", "attachment-purge")) {
      assertThat(scheduled(name)).hasSize(1);
    }
  }
}
