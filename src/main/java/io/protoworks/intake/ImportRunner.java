package io.protoworks.intake;

import io.protoworks.attachment.FileStore;
import io.protoworks.identity.Viewers;
import io.protoworks.plant.PlantPermission;
import io.protoworks.plant.PlantRegister;
import io.protoworks.plant.ProjectAccess;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Client;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Viewer;
import io.protoworks.register.RegisterRefusedException;
import jakarta.annotation.PreDestroy;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs imports on this node, a few at once, and keeps their leases alive. Imports whose node was
 * silent for too long become interrupted, whichever node it was; whoever started them resumes them.
 */
@Service
class ImportRunner {
  private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** What an import does in its owner's name, whatever else they may do. */
  private static final Set<String> SCOPES =
      Set.of(IntakePermission.REGISTERS_IMPORT, PlantPermission.HIERARCHY_WRITE);

  private final ImportJobMapper jobs;
  private final ImportProgress progress;
  private final Viewers viewers;
  private final ProjectAccess access;
  private final Changes changes;
  private final IntakeProperties properties;
  private final ImportRun.Tools tools;
  private final TransactionTemplate transaction;
  private final ExecutorService workers;
  private volatile boolean stopping;
  private final Set<UUID> running = ConcurrentHashMap.newKeySet();

  ImportRunner(
      ImportJobMapper jobs,
      ImportProgress progress,
      Viewers viewers,
      ProjectAccess access,
      Changes changes,
      IntakeProperties properties,
      FileStore store,
      PlantRegister register,
      ImportDisciplineMapper disciplines,
      ImportSettings settings,
      PlatformTransactionManager transactions) {
    this.jobs = jobs;
    this.progress = progress;
    this.viewers = viewers;
    this.access = access;
    this.changes = changes;
    this.properties = properties;
    transaction = new TransactionTemplate(transactions);
    TransactionTemplate ownTransaction = new TransactionTemplate(transactions);
    ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    tools =
        new ImportRun.Tools(
            store,
            register,
            disciplines,
            settings,
            progress,
            transaction,
            ownTransaction,
            () -> stopping);
    workers =
        Executors.newFixedThreadPool(
            properties.concurrency(), Thread.ofVirtual().name("import-", 0).factory());
  }

  /** Tells that this import waits; it is taken as soon as a worker is free. */
  void wake(UUID jobId) {
    look(() -> jobs.claimOne(progress.owner(), jobId));
  }

  /** A node that is stopping leaves it to the others. */
  private void look(Supplier<@Nullable ImportJob> claim) {
    try {
      workers.execute(() -> work(claim));
    } catch (RejectedExecutionException stopped) {
      LOG.info("This node is stopping; another one takes the imports that wait.");
    }
  }

  @Scheduled(fixedRateString = "${protoworks.intake.heartbeat:PT5S}")
  void beat() {
    jobs.beat(progress.owner(), running.toArray(UUID[]::new));
  }

  /** Also takes what a node left waiting that ended before it could begin. */
  @Scheduled(fixedDelayString = "${protoworks.intake.sweep:PT10S}")
  void sweep() {
    Viewer system = Viewer.system(Set.of());
    transaction.executeWithoutResult(
        status ->
            jobs.interruptDead(seconds(properties.lease()))
                .forEach(
                    job -> {
                      LOG.warn("Import {} is interrupted: its worker is gone.", job.id());
                      changes.record(
                          system,
                          Change.of(
                              Change.Action.UPDATE,
                              ImportProgress.TYPE,
                              "interrupted",
                              job.id(),
                              job.projectId(),
                              null,
                              job));
                    }));
    double waited = seconds(properties.sweep());
    look(() -> jobs.claimWaiting(progress.owner(), waited));
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    workers.shutdown();
    if (!workers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      LOG.warn("An import did not end in time; it will be found interrupted.");
    }
  }

  private void work(Supplier<@Nullable ImportJob> claim) {
    try {
      ImportJob job = claim(claim);
      while (job != null) {
        runAlive(job);
        job = claim(claim);
      }
    } catch (RuntimeException failure) {
      LOG.error("Imports could not be looked for.", failure);
    }
  }

  private @Nullable ImportJob claim(Supplier<@Nullable ImportJob> claim) {
    return stopping
        ? null
        : transaction.execute(
            status -> {
              ImportJob job = claim.get();
              if (job != null) {
                progress.recordClaim(viewerOf(job), job);
              }
              return job;
            });
  }

  private static Viewer viewerOf(ImportJob job) {
    return new Viewer(job.createdBy(), null, SCOPES, Client.SELF);
  }

  /** However the run ends, nobody says any more that it is alive. */
  private void runAlive(ImportJob job) {
    running.add(job.id());
    try {
      run(job);
    } finally {
      running.remove(job.id());
    }
  }

  private void run(ImportJob job) {
    Viewer viewer = viewerOf(job);
    ImportRun run = null;
    try {
      requireRights(viewer, job);
      run = new ImportRun(tools, job, viewer, properties.batchRows());
      run.run();
    } catch (LeaseLostException lost) {
      LOG.info("Import {} was taken from its worker.", job.id());
    } catch (ImportRun.StoppedException stopped) {
      interrupt(viewer, job, run, null);
    } catch (Failure failure) {
      fail(viewer, job, run, failure.reason());
    } catch (RegisterRefusedException refused) {
      fail(viewer, job, run, String.valueOf(refused.getMessage()));
    } catch (NoSuchFileException gone) {
      fail(viewer, job, run, "The stored file is gone: upload it again.");
    } catch (Exception | OutOfMemoryError unforeseen) {
      UUID reference = UUID.randomUUID();
      LOG.error("Import {} was interrupted, reference {}", job.id(), reference, unforeseen);
      interrupt(
          viewer,
          job,
          run,
          "Something went wrong on our side. Resume it, or tell support the reference %s."
              .formatted(reference));
    }
  }

  private void requireRights(Viewer viewer, ImportJob job) {
    if (viewers.find(job.createdBy(), Client.SELF) == null) {
      throw Failure.badRequest("Who started the import is no longer active: start it again.");
    }
    for (String permission : SCOPES) {
      access.requireFor(viewer, permission, job.projectId());
    }
  }

  private void fail(Viewer viewer, ImportJob job, @Nullable ImportRun run, String reason) {
    ImportCounts counts = countsOf(job, run);
    ending(job, () -> progress.fail(viewer, job, counts, reason));
  }

  private void interrupt(
      Viewer viewer, ImportJob job, @Nullable ImportRun run, @Nullable String reason) {
    ImportCounts counts = countsOf(job, run);
    ending(job, () -> progress.interrupt(viewer, job, counts, reason));
  }

  /** What an import of all or nothing did before it ended like this was rolled back. */
  private static ImportCounts countsOf(ImportJob job, @Nullable ImportRun run) {
    if (run == null) {
      return ImportCounts.of(job);
    }
    return job.isAtomic() ? ImportCounts.NONE.plusErrors(run.counts().errors()) : run.counts();
  }

  /** Should even this fail, the lease runs out and the import is found interrupted. */
  private void ending(ImportJob job, Runnable end) {
    try {
      transaction.executeWithoutResult(status -> end.run());
    } catch (RuntimeException failure) {
      LOG.error("The end of import {} could not be written down.", job.id(), failure);
    }
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
