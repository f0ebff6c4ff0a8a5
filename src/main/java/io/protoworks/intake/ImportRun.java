package io.protoworks.intake;

import io.protoworks.attachment.FileStore;
import io.protoworks.plant.PlantRegister;
import io.protoworks.platform.Viewer;
import io.protoworks.register.RegisterColumns;
import io.protoworks.register.RegisterJudge;
import io.protoworks.register.RegisterMapping;
import io.protoworks.register.RegisterOptions;
import io.protoworks.register.RegisterRow;
import io.protoworks.register.RegisterRowProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One worker's work at one import: from where it stands to its end, batch by batch.
 *
 * <p>Good rows go in with the batch that they are in, in one transaction with their errors and the
 * checkpoint. Where all rows go in or none, one transaction holds them all, and another one makes
 * the progress visible. A dry run asks the plant what writing would do.
 */
final class ImportRun {
  private static final int ATTEMPTS = 3;

  /** What a run works with. */
  record Tools(
      FileStore store,
      PlantRegister register,
      ImportDisciplineMapper disciplines,
      ImportSettings settings,
      ImportProgress progress,
      TransactionTemplate transaction,
      TransactionTemplate ownTransaction,
      BooleanSupplier stopping) {}

  /** The node stops. */
  static final class StoppedException extends RuntimeException {
    StoppedException() {
      super("the node stops");
    }
  }

  /** Somebody changed the plant after the rows were judged, and now some are refused. */
  private static final class RefusedMeanwhileException extends TransientDataAccessException {
    RefusedMeanwhileException() {
      super("rows were refused that had been judged as good");
    }
  }

  private final Tools tools;
  private final ImportJob job;
  private final Viewer viewer;
  private final int batchRows;
  private final RegisterOptions options;
  private ImportCounts counts;

  ImportRun(Tools tools, ImportJob job, Viewer viewer, int batchRows) {
    this.tools = tools;
    this.job = job;
    this.viewer = viewer;
    this.batchRows = batchRows;
    this.options = tools.settings().optionsOf(job);
    this.counts = ImportCounts.of(job);
  }

  /** How the rows ended so far, as the last checkpoint has it. */
  ImportCounts counts() {
    return counts;
  }

  void run() throws IOException {
    begin();
    if (job.isAtomic()) {
      writeAllOrNothing();
    } else {
      try (Pass pass = pass(job.dryRun() ? previewed() : written())) {
        writeGoodRows(pass);
      }
    }
  }

  /** The file from where the import stands, and what becomes of its rows. */
  private record Pass(StoredRegister file, RegisterJudge judge, ImportWriter writer)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  private Pass pass(Hierarchy hierarchy) throws IOException {
    StoredRegister file = open();
    try {
      RegisterMapping mapping = tools.settings().mappingOf(job);
      RegisterJudge judge = new RegisterJudge(mapping, file.layout(), options);
      for (int skipped = 0; skipped < counts.processed(); skipped++) {
        judge.judge(Objects.requireNonNull(file.reader().next()));
      }
      return new Pass(
          file,
          judge,
          new ImportWriter(
              hierarchy,
              job.projectId(),
              new RegisterColumns(mapping, file.layout()),
              new ImportDisciplines(tools.disciplines(), job.projectId())));
    } catch (IOException | RuntimeException failure) {
      file.close();
      throw failure;
    }
  }

  private StoredRegister open() throws IOException {
    return StoredRegister.open(tools.store(), job.filePath(), options);
  }

  private Hierarchy written() {
    return Hierarchy.written(tools.register(), viewer, job.projectId());
  }

  private Hierarchy previewed() {
    return Hierarchy.previewed(tools.register(), viewer, job.projectId());
  }

  /**
   * Reads the file to its end once, so that a damaged one is refused before anything is written.
   */
  private void begin() throws IOException {
    int totalRows;
    try (StoredRegister file = open()) {
      totalRows = file.countRows();
    }
    tools
        .transaction()
        .executeWithoutResult(
            status -> {
              if (job.isAtomic()) {
                tools.progress().startOver(job);
              }
              tools.progress().begin(job, totalRows);
            });
    if (job.isAtomic()) {
      counts = ImportCounts.NONE;
    }
  }

  private void writeGoodRows(Pass pass) throws IOException {
    for (ImportBatch batch = next(pass); batch.rows() > 0; batch = next(pass)) {
      counts = job.dryRun() ? preview(batch, pass.writer()) : write(batch, pass.writer());
      pass.writer().keep();
    }
    if (job.mode() == ImportMode.ALL_OR_NOTHING && counts.errors() > 0) {
      fail("would go in");
      return;
    }
    tools
        .transaction()
        .executeWithoutResult(status -> tools.progress().complete(viewer, job, counts));
  }

  /** Because of single rows, of which all must be good. */
  private void fail(String whatNoneDoes) {
    counts = new ImportCounts(0, 0, 0, counts.errors());
    String rows =
        counts.errors() == 1
            ? "1 row was refused, so none %s: correct it and import again."
            : counts.errors() + " rows were refused, so none %s: correct them and import again.";
    tools
        .transaction()
        .executeWithoutResult(
            status -> tools.progress().fail(viewer, job, counts, rows.formatted(whatNoneDoes)));
  }

  private ImportCounts preview(ImportBatch batch, ImportWriter writer) {
    List<ImportLine> lines = writer.write(batch.accepted());
    ImportCounts after = count(batch, lines);
    tools
        .transaction()
        .executeWithoutResult(
            status -> tools.progress().checkpoint(job, after, problems(batch, lines)));
    return after;
  }

  /** Tries again when others were in the way: two that lock in each other's order, say. */
  private ImportCounts write(ImportBatch batch, ImportWriter writer) {
    for (int attempt = 1; ; attempt++) {
      try {
        return Objects.requireNonNull(
            tools.transaction().execute(status -> writeAndCheckpoint(batch, writer)));
      } catch (TransientDataAccessException inTheWay) {
        if (attempt == ATTEMPTS) {
          throw inTheWay;
        }
      }
    }
  }

  private ImportCounts writeAndCheckpoint(ImportBatch batch, ImportWriter writer) {
    tools.progress().waitForOthers();
    List<ImportLine> lines = writer.write(batch.accepted());
    ImportCounts after = count(batch, lines);
    tools.progress().checkpoint(job, after, problems(batch, lines));
    return after;
  }

  /**
   * Judges all rows before it writes the first, so that what is refused never held up anybody.
   * Starts over when others were in the way, or have changed the plant since.
   */
  private void writeAllOrNothing() throws IOException {
    for (int attempt = 1; ; attempt++) {
      judgeAll();
      if (counts.errors() > 0) {
        fail("went in");
        return;
      }
      try (Pass pass = pass(written())) {
        tools.transaction().executeWithoutResult(status -> writeAll(pass));
        return;
      } catch (TransientDataAccessException inTheWay) {
        if (attempt == ATTEMPTS) {
          throw inTheWay;
        }
      }
      startOver();
    }
  }

  /** Nothing but refusals is told of it: the other rows have yet to go in. */
  private void judgeAll() throws IOException {
    try (Pass pass = pass(previewed())) {
      for (ImportBatch batch = next(pass); batch.rows() > 0; batch = next(pass)) {
        List<ImportLine> lines = pass.writer().write(batch.accepted());
        pass.writer().keep();
        counts = ImportCounts.NONE.plusErrors(count(batch, lines).errors());
        List<RegisterRowProblem> problems = problems(batch, lines);
        tools
            .transaction()
            .executeWithoutResult(status -> tools.progress().checkpoint(job, counts, problems));
      }
    }
  }

  private void startOver() {
    tools.transaction().executeWithoutResult(status -> tools.progress().startOver(job));
    counts = ImportCounts.NONE;
  }

  private void writeAll(Pass pass) {
    tools.progress().waitForOthers();
    try {
      for (ImportBatch batch = next(pass); batch.rows() > 0; batch = next(pass)) {
        List<ImportLine> lines = pass.writer().write(batch.accepted());
        pass.writer().keep();
        counts = count(batch, lines);
        if (counts.errors() > 0) {
          throw new RefusedMeanwhileException();
        }
        tools
            .ownTransaction()
            .executeWithoutResult(status -> tools.progress().checkpointApart(job, counts));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    tools.progress().complete(viewer, job, counts);
  }

  private ImportBatch next(Pass pass) throws IOException {
    if (tools.stopping().getAsBoolean()) {
      throw new StoppedException();
    }
    ImportBatch batch = new ImportBatch();
    while (batch.rows() < batchRows) {
      RegisterRow row = pass.file().reader().next();
      if (row == null) {
        break;
      }
      batch.add(pass.judge().judge(row));
    }
    return batch;
  }

  private ImportCounts count(ImportBatch batch, List<ImportLine> lines) {
    ImportCounts sum = counts.plusErrors(batch.refused());
    for (ImportLine line : lines) {
      sum = line.isRefused() ? sum.plusErrors(1) : sum.plus(line.outcome());
    }
    return sum;
  }

  private static List<RegisterRowProblem> problems(ImportBatch batch, List<ImportLine> lines) {
    List<RegisterRowProblem> problems = new ArrayList<>(batch.problems());
    lines.forEach(line -> problems.addAll(line.problems()));
    return problems;
  }
}
