package io.protoworks.webhook;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.protoworks.platform.RecurringWork;
import io.protoworks.webhook.WebhookRun.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Has one node at a time work for each endpoint, and for each delivery that nothing waits for; what
 * a node had begun when it died is taken over by another.
 */
@Configuration(proxyBeanMethods = false)
class WebhookTasks {
  static final TaskDescriptor<Void> ENDPOINT = TaskDescriptor.of("webhook-endpoint");
  static final TaskDescriptor<Void> DELIVERY = TaskDescriptor.of("webhook-delivery");

  /** After what should not have happened. */
  private static final FixedDelay AFTER_FAILURE = FixedDelay.ofSeconds(5);

  @Bean
  Task<Void> webhookEndpointTask(WebhookRun run) {
    return Tasks.custom(ENDPOINT)
        .onFailureReschedule(AFTER_FAILURE)
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              UUID endpointId = UUID.fromString(instance.getId());
              return putAside(
                  run, endpointId, run.deliver(endpointId), context.getSchedulerClient());
            });
  }

  /**
   * A hint that comes while a run ends finds it at work, and is lost. So what it hinted at is
   * looked for once more when the run is put aside, from when on hints are heard.
   */
  private static CompletionHandler<Void> putAside(
      WebhookRun run, UUID endpointId, Outcome outcome, SchedulerClient scheduler) {
    return (complete, operations) -> {
      Instant next = outcome.next();
      if (next == null) {
        operations.remove();
      } else {
        operations.reschedule(complete, next);
      }
      if (next == null ? run.isActive(endpointId) : outcome.isIdle() && run.hasNews(endpointId)) {
        scheduler.schedule(
            ENDPOINT.instance(endpointId.toString()).build(),
            complete.getTimeDone(),
            SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
      }
    };
  }

  @Bean
  Task<Void> webhookDeliveryTask(WebhookRun run) {
    return Tasks.custom(DELIVERY)
        .onFailureReschedule(AFTER_FAILURE)
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              Instant next = run.send(UUID.fromString(instance.getId())).next();
              return (complete, operations) -> {
                if (next == null) {
                  operations.remove();
                } else {
                  operations.reschedule(complete, next);
                }
              };
            });
  }

  @Bean
  RecurringWork webhookEndpointsAtWork(WebhookHints hints, WebhookProperties properties) {
    return new RecurringWork("webhook-endpoints", properties.poll(), hints::wakeForgotten);
  }

  @Bean
  RecurringWork webhooksCleaned(WebhookCleaning cleaning) {
    return new RecurringWork("webhook-cleaning", Duration.ofHours(1), cleaning::clean);
  }
}
