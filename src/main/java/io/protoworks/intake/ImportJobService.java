package io.protoworks.intake;

import io.protoworks.attachment.Upload;
import io.protoworks.attachment.UploadPurpose;
import io.protoworks.attachment.UploadService;
import io.protoworks.intake.ImportInputs.StartImportInput;
import io.protoworks.plant.PlantPermission;
import io.protoworks.plant.ProjectAccess;
import io.protoworks.platform.AfterCommit;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Viewer;
import io.protoworks.register.RegisterJudge;
import io.protoworks.register.RegisterMapping;
import io.protoworks.register.RegisterOptions;
import io.protoworks.register.RegisterRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The imports: who sees them, and how one is started, resumed and cancelled. */
@Service
class ImportJobService {
  private static final String NOUN = "import";

  private final ImportJobMapper jobs;
  private final UploadService uploads;
  private final StoredRegisters registers;
  private final ProjectAccess access;
  private final ImportSettings settings;
  private final ImportRunner runner;
  private final Changes changes;
  private final TransactionTemplate transaction;

  ImportJobService(
      ImportJobMapper jobs,
      UploadService uploads,
      StoredRegisters registers,
      ProjectAccess access,
      ImportSettings settings,
      ImportRunner runner,
      Changes changes,
      TransactionTemplate transaction) {
    this.jobs = jobs;
    this.uploads = uploads;
    this.registers = registers;
    this.access = access;
    this.settings = settings;
    this.runner = runner;
    this.changes = changes;
    this.transaction = transaction;
  }

  List<ImportJob> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return jobs.listVisibleByIds(ImportScope.of(viewer), ids.toArray(UUID[]::new));
  }

  @Nullable ImportJob find(Viewer viewer, UUID id) {
    return listVisibleByIds(viewer, List.of(id)).stream().findFirst().orElse(null);
  }

  List<ImportJob> listByProjects(
      Viewer viewer, Collection<UUID> projectIds, ImportJobArguments arguments, Page page) {
    return jobs.listVisibleByProjectIds(
        ImportScope.of(viewer), projectIds.toArray(UUID[]::new), page, ImportJobPlace.of(page));
  }

  Map<UUID, Integer> countByProjects(
      Viewer viewer, Collection<UUID> projectIds, ImportJobArguments arguments) {
    return jobs
        .countVisibleByProjectIds(ImportScope.of(viewer), projectIds.toArray(UUID[]::new))
        .stream()
        .collect(Collectors.toMap(ParentCount::parentId, ParentCount::count));
  }

  /** The file is read before the transaction: nobody waits for that. */
  ImportJob start(Viewer viewer, StartImportInput input) {
    requireRights(viewer, input.projectId().uuid(), "projectId");
    Upload upload = uploads.requireStored(viewer, input.uploadId().uuid(), UploadPurpose.IMPORT);
    ImportOptions options = input.options() == null ? ImportOptions.DETECT : input.options();
    RegisterMapping mapping = requireMappingThatFits(upload, options, input.mapping());
    return Objects.requireNonNull(
        transaction.execute(status -> insert(viewer, input, options, mapping)));
  }

  private ImportJob insert(
      Viewer viewer, StartImportInput input, ImportOptions options, RegisterMapping mapping) {
    UUID projectId = input.projectId().uuid();
    Upload upload = uploads.bind(viewer, input.uploadId().uuid(), UploadPurpose.IMPORT);
    ImportJob created =
        jobs.insert(
            new ImportDraft(
                projectId,
                upload.id(),
                upload.fileName(),
                upload.storageKey(),
                input.mode() == null ? ImportMode.GOOD_ROWS : input.mode(),
                Boolean.TRUE.equals(input.dryRun()),
                settings.write(mapping),
                settings.write(options),
                viewer.userId()));
    changes.record(viewer, Change.created(ImportProgress.TYPE, created.id(), projectId, created));
    wakeAfterCommit(created.id());
    return created;
  }

  @Transactional
  ImportJob resume(Viewer viewer, UUID id) {
    ImportJob resumed =
        change(
            viewer,
            id,
            ImportStatus.PENDING,
            "resumed",
            "Only an interrupted import can be resumed");
    wakeAfterCommit(id);
    return resumed;
  }

  @Transactional
  ImportJob cancel(Viewer viewer, UUID id) {
    return change(viewer, id, ImportStatus.CANCELLED, "cancelled", "It is over already");
  }

  private ImportJob change(
      Viewer viewer, UUID id, ImportStatus status, String verb, String obstacle) {
    ImportJob before = jobs.lockVisibleById(ImportScope.of(viewer), id);
    if (before == null) {
      throw Refused.unknown("id", NOUN);
    }
    requireRights(viewer, before.projectId(), "id");
    if (!before.status().canBecome(status)) {
      throw Refused.invalid("id", "%s; this one is %s.".formatted(obstacle, before.status()));
    }
    ImportJob after = jobs.updateStatus(id, status);
    changes.record(
        viewer,
        Change.of(
            Change.Action.UPDATE, ImportProgress.TYPE, verb, id, after.projectId(), before, after));
    return after;
  }

  /** An import also writes the hierarchy: who may not is told now, and not in the middle. */
  private void requireRights(Viewer viewer, UUID projectId, String field) {
    access.requireFor(viewer, IntakePermission.REGISTERS_IMPORT, projectId, field);
    access.requireFor(viewer, PlantPermission.HIERARCHY_WRITE, projectId, field);
  }

  private RegisterMapping requireMappingThatFits(
      Upload upload, ImportOptions options, List<FieldMapping> fields) {
    try {
      RegisterMapping mapping = FieldMapping.toMapping(fields);
      RegisterOptions register = options.toRegisterOptions();
      registers.look(
          upload.storageKey(),
          register,
          file -> new RegisterJudge(mapping, file.layout(), register));
      return mapping;
    } catch (RegisterRefusedException refused) {
      throw IntakeErrors.of(refused);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void wakeAfterCommit(UUID jobId) {
    AfterCommit.run(() -> runner.wake(jobId));
  }
}
