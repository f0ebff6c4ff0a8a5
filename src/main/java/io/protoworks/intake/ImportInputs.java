package io.protoworks.intake;

import io.protoworks.attachment.Upload;
import io.protoworks.plant.Project;
import io.protoworks.platform.Id;
import io.protoworks.register.RegisterFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mutations of imports and exports take. */
final class ImportInputs {
  private ImportInputs() {}

  record PreviewImportInput(
      Id<Upload> uploadId, @Nullable ImportOptions options, @Nullable List<FieldMapping> mapping) {}

  record StartImportInput(
      Id<Project> projectId,
      Id<Upload> uploadId,
      List<FieldMapping> mapping,
      @Nullable ImportOptions options,
      @Nullable ImportMode mode,
      @Nullable Boolean dryRun) {}

  record ImportJobInput(Id<ImportJob> id) {}

  record ExportRegisterInput(Id<Project> projectId, RegisterFormat format) {}
}
