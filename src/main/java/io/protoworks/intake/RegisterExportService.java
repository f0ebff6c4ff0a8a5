package io.protoworks.intake;

import io.protoworks.plant.ProjectAccess;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Viewer;
import io.protoworks.register.RegisterFormat;
import io.protoworks.register.RegisterProblemsCsv;
import io.protoworks.register.RegisterRecord;
import io.protoworks.register.RegisterRowProblem;
import io.protoworks.register.RegisterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Gives registers and the errors of imports out as files: page by page, in memory that does not
 * grow with them. Rights are asked for before the first byte.
 */
@Service
class RegisterExportService {
  private static final int PAGE = 1_000;

  private final RegisterExportMapper registers;
  private final ImportRowErrorMapper errors;
  private final ImportJobService jobs;
  private final ProjectAccess access;

  RegisterExportService(
      RegisterExportMapper registers,
      ImportRowErrorMapper errors,
      ImportJobService jobs,
      ProjectAccess access) {
    this.registers = registers;
    this.errors = errors;
    this.jobs = jobs;
    this.access = access;
  }

  /** Asks for the right to the register of a project that an input names. */
  void requireRegister(Viewer viewer, UUID projectId, String field) {
    access.requireFor(viewer, IntakePermission.REGISTERS_EXPORT, projectId, field);
  }

  void requireRegister(Viewer viewer, UUID projectId) {
    access.requireFor(viewer, IntakePermission.REGISTERS_EXPORT, projectId);
  }

  void requireErrors(Viewer viewer, UUID jobId) {
    if (jobs.find(viewer, jobId) == null) {
      throw Failure.notFound("import");
    }
  }

  void writeRegister(Viewer viewer, UUID projectId, RegisterFormat format, OutputStream output)
      throws IOException {
    requireRegister(viewer, projectId);
    RegisterWriter writer =
        switch (format) {
          case CSV -> RegisterWriter.csv(output, true);
          case XLSX -> RegisterWriter.xlsx(output);
        };
    List<RegisterRecord> page = pageAfter(viewer, projectId, null);
    while (!page.isEmpty()) {
      for (RegisterRecord register : page) {
        writer.write(register);
      }
      page = pageAfter(viewer, projectId, page.getLast().tagId());
    }
    writer.finish();
  }

  private List<RegisterRecord> pageAfter(
      Viewer viewer, UUID projectId, @Nullable String lastTagId) {
    return registers.listRecordsAfter(viewer.userId(), projectId, lastTagId, PAGE);
  }

  void writeErrors(Viewer viewer, UUID jobId, OutputStream output) throws IOException {
    requireErrors(viewer, jobId);
    RegisterProblemsCsv csv = new RegisterProblemsCsv(output, true);
    ImportRowErrorPlace place = ImportRowErrorPlace.START;
    List<ImportRowError> page = errors.listAfter(jobId, place, PAGE);
    while (!page.isEmpty()) {
      for (ImportRowError error : page) {
        csv.write(problemOf(error));
      }
      page = errors.listAfter(jobId, ImportRowErrorPlace.of(page.getLast()), PAGE);
    }
    csv.finish();
  }

  private static RegisterRowProblem problemOf(ImportRowError error) {
    return new RegisterRowProblem(
        error.rowNumber(),
        error.columnName(),
        null,
        error.code(),
        error.value() == null ? "" : error.value(),
        error.reason());
  }
}
