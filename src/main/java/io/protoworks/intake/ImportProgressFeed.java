package io.protoworks.intake;

import io.protoworks.platform.Failure;
import io.protoworks.platform.Viewer;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Tells whoever watches an import when it has come further, until it stops. */
@Component
class ImportProgressFeed {
  private final ImportJobService jobs;
  private final IntakeProperties properties;
  private final Scheduler scheduler =
      Schedulers.fromExecutor(Executors.newVirtualThreadPerTaskExecutor());

  ImportProgressFeed(ImportJobService jobs, IntakeProperties properties) {
    this.jobs = jobs;
    this.properties = properties;
  }

  /**
   * The import at once, then whenever it has changed, last when it is over or interrupted. Whether
   * the viewer may see it is asked each time.
   */
  Flux<ImportJob> watch(Viewer viewer, UUID id) {
    return Mono.fromCallable(() -> require(viewer, id))
        .subscribeOn(scheduler)
        .repeatWhen(rounds -> rounds.delayElements(properties.progress()))
        .distinctUntilChanged()
        .takeUntil(job -> job.status().isOver() || job.status() == ImportStatus.INTERRUPTED);
  }

  private ImportJob require(Viewer viewer, UUID id) {
    ImportJob job = jobs.find(viewer, id);
    if (job == null) {
      throw Failure.notFound("import");
    }
    return job;
  }
}
