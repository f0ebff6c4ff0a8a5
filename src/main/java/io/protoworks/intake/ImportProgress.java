package io.protoworks.intake;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Viewer;
import io.protoworks.register.RegisterRowProblem;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Service;

/**
 * Writes down how far the worker of an import has come. Every write holds only while the worker has
 * the lease, and fails its transaction otherwise. Whoever calls says which transaction that is.
 */
@Service
class ImportProgress {
  static final String TYPE = "ImportJob";
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** The worker of this node; another start of it is another worker. */
  private final String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

  private final ImportJobMapper jobs;
  private final ImportRowErrorMapper errors;
  private final ImportSettings settings;
  private final Changes changes;

  ImportProgress(
      ImportJobMapper jobs, ImportRowErrorMapper errors, ImportSettings settings, Changes changes) {
    this.jobs = jobs;
    this.errors = errors;
    this.settings = settings;
    this.changes = changes;
  }

  String owner() {
    return owner;
  }

  /** Tells that a worker has taken the import up. */
  void recordClaim(Viewer viewer, ImportJob job) {
    changes.record(viewer, changed("processing", null, job));
  }

  /** Says how many rows there are to process. */
  void begin(ImportJob job, int totalRows) {
    requireLease(job, jobs.updateTotal(job.id(), owner, totalRows));
  }

  /** Forgets what an earlier attempt found, which was rolled back. */
  void startOver(ImportJob job) {
    requireLease(job, jobs.updateProgress(job.id(), owner, ImportCounts.NONE));
    errors.deleteByJobId(job.id());
  }

  /** Says how the rows up to here ended, and why some of the last ones were refused. */
  void checkpoint(ImportJob job, ImportCounts counts, List<RegisterRowProblem> problems) {
    if (!problems.isEmpty()) {
      List<RegisterRowProblem> inOrder =
          problems.stream()
              .sorted(Comparator.comparingLong(RegisterRowProblem::rowNumber))
              .toList();
      errors.insertAll(job.id(), ImportRowErrorColumns.of(inOrder));
    }
    requireLease(job, jobs.updateProgress(job.id(), owner, counts));
  }

  /**
   * The same in a transaction of its own, while another one of the import is open. Nobody but who
   * cancels the import keeps its row for long, and may wait for that other one: we give way.
   */
  void checkpointApart(ImportJob job, ImportCounts counts) {
    jobs.limitWaiting(PATIENCE.toMillis());
    try {
      checkpoint(job, counts, List.of());
    } catch (CannotAcquireLockException cancelling) {
      throw new LeaseLostException(job);
    }
  }

  /** Lets this transaction wait for the locks of others as long as it takes. */
  void waitForOthers() {
    jobs.limitWaiting(0);
  }

  void complete(Viewer viewer, ImportJob job, ImportCounts counts) {
    end(viewer, job, ImportStatus.COMPLETED, counts, null);
  }

  void fail(Viewer viewer, ImportJob job, ImportCounts counts, String reason) {
    end(viewer, job, ImportStatus.FAILED, counts, reason);
  }

  /** Gives the import up in the middle; it can be resumed. */
  void interrupt(Viewer viewer, ImportJob job, ImportCounts counts, @Nullable String reason) {
    end(viewer, job, ImportStatus.INTERRUPTED, counts, reason);
  }

  private void end(
      Viewer viewer,
      ImportJob before,
      ImportStatus status,
      ImportCounts counts,
      @Nullable String reason) {
    ImportJob after =
        jobs.release(
            before.id(),
            owner,
            status,
            counts,
            reason == null ? null : settings.write(Map.of("failure", reason)));
    if (after == null) {
      throw new LeaseLostException(before);
    }
    changes.record(viewer, changed(status.name().toLowerCase(Locale.ROOT), before, after));
  }

  private static Change changed(String verb, @Nullable ImportJob before, ImportJob after) {
    return Change.of(
        Change.Action.UPDATE, TYPE, verb, after.id(), after.projectId(), before, after);
  }

  private static void requireLease(ImportJob job, int updatedRows) {
    if (updatedRows == 0) {
      throw new LeaseLostException(job);
    }
  }
}
