package io.protoworks.webhook;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import io.protoworks.platform.AfterCommit;
import io.protoworks.platform.Daemon;
import io.protoworks.platform.EventLog;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Has endpoints looked at as soon as something happened in their projects. It is done after the
 * commits, on a thread of its own and once for all that were committed meanwhile. A hint may be
 * lost: endpoints are looked at now and then without.
 */
@Service
class WebhookHints extends Daemon implements EventLog.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookHints.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** A project in which something happened, or an endpoint; with neither it is time to stop. */
  private record Hint(@Nullable UUID projectId, @Nullable UUID endpointId) {
    private static final Hint STOP = new Hint(null, null);
  }

  private final WebhookEndpointMapper endpoints;
  private final ObjectProvider<SchedulerClient> scheduler;
  private final Clock clock;
  private final BlockingQueue<Hint> hints = new LinkedBlockingQueue<>();

  WebhookHints(
      WebhookEndpointMapper endpoints, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
    this.endpoints = endpoints;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  @Override
  public void appended(Set<UUID> projectIds) {
    projectIds.forEach(projectId -> hints.add(new Hint(projectId, null)));
  }

  /** Has an endpoint looked at once the transaction under way is committed. */
  void wakeAfterCommit(UUID endpointId) {
    AfterCommit.run(() -> hints.add(new Hint(null, endpointId)));
  }

  /** Has those looked at that nobody works for, because a hint was lost. */
  void wakeForgotten() {
    wake(endpoints.listForgottenIds(WebhookTasks.ENDPOINT.getTaskName()));
  }

  @Override
  protected void begin() {
    repeat("webhook-hints", PAUSE, this::hear);
  }

  @Override
  protected void end() {
    hints.add(Hint.STOP);
  }

  private void hear() throws InterruptedException {
    List<Hint> heard = new ArrayList<>(List.of(hints.take()));
    hints.drainTo(heard);
    wake(endpointsOf(heard));
  }

  private List<UUID> endpointsOf(List<Hint> heard) {
    UUID[] projects =
        heard.stream()
            .flatMap(hint -> Stream.ofNullable(hint.projectId()))
            .distinct()
            .toArray(UUID[]::new);
    Stream<UUID> named = heard.stream().flatMap(hint -> Stream.ofNullable(hint.endpointId()));
    return projects.length == 0
        ? named.distinct().toList()
        : Stream.concat(named, endpoints.listActiveIdsByProjectIds(projects).stream())
            .distinct()
            .toList();
  }

  private void wake(List<UUID> endpointIds) {
    for (UUID endpointId : endpointIds) {
      try {
        scheduler
            .getObject()
            .schedule(
                WebhookTasks.ENDPOINT.instance(endpointId.toString()).build(),
                clock.instant(),
                SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
      } catch (TaskInstanceException atWork) {
        LOG.debug("It is at work, and looks once more when it ends.", atWork);
      }
    }
  }
}
