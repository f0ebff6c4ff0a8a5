package io.protoworks.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Has the work of all modules done in the background, each piece by one node at a time; what a node
 * had begun when it died is taken over by another.
 */
@Configuration(proxyBeanMethods = false)
class BackgroundWork {

  /** What is scheduled in a transaction is scheduled if that commits. */
  @Bean(destroyMethod = "")
  Scheduler scheduler(
      DataSource dataSource,
      ObjectProvider<RecurringWork> recurring,
      ObjectProvider<Task<?>> tasks,
      BackgroundProperties properties) {
    List<Task<?>> known = tasks.orderedStream().toList();
    List<RecurringTask<Void>> always =
        recurring.orderedStream().map(BackgroundWork::taskOf).toList();
    return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), known)
        .startTasks(always)
        .tableName("platform.scheduled_tasks")
        .executorService(
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("background-", 0).factory()))
        .threads(properties.atOnce())
        .pollUsingLockAndFetch(0.5, 1.0)
        .pollingInterval(properties.poll())
        .heartbeatInterval(properties.heartbeat())
        .missedHeartbeatsLimit(properties.missedHeartbeats())
        .enableImmediateExecution()
        .failureLogging(LogLevel.WARN, true)
        .build();
  }

  private static RecurringTask<Void> taskOf(RecurringWork recurring) {
    return Tasks.recurring(recurring.name(), FixedDelay.of(recurring.every()))
        .execute((instance, context) -> recurring.work().run());
  }

  @Bean
  BackgroundWorker backgroundWorker(Scheduler scheduler) {
    return new BackgroundWorker(scheduler);
  }

  /** For those who schedule work of their own. */
  @Bean
  SchedulerClient schedulerClient(Scheduler scheduler) {
    return scheduler;
  }
}
