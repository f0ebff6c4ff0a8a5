package io.protoworks.intake;

import io.protoworks.attachment.DownloadLinks;
import io.protoworks.intake.ImportInputs.ExportRegisterInput;
import io.protoworks.intake.ImportInputs.ImportJobInput;
import io.protoworks.intake.ImportInputs.PreviewImportInput;
import io.protoworks.intake.ImportInputs.StartImportInput;
import io.protoworks.platform.Id;
import io.protoworks.platform.Viewer;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

@Controller
class ImportJobController {
  private final ImportJobService jobs;
  private final ImportProgressFeed feed;
  private final RegisterPreviewService previews;
  private final RegisterExportService exports;
  private final IntakeLinks links;

  ImportJobController(
      ImportJobService jobs,
      ImportProgressFeed feed,
      RegisterPreviewService previews,
      RegisterExportService exports,
      IntakeLinks links) {
    this.jobs = jobs;
    this.feed = feed;
    this.previews = previews;
    this.exports = exports;
    this.links = links;
  }

  record PreviewImportPayload(RegisterPreview preview) {}

  record ImportJobPayload(ImportJob importJob) {}

  record ExportRegisterPayload(URI url, OffsetDateTime expiresAt) {}

  @QueryMapping
  @Nullable ImportJob importJob(@Argument Id<ImportJob> id, Viewer viewer) {
    return jobs.find(viewer, id.uuid());
  }

  @MutationMapping
  PreviewImportPayload previewImport(@Argument PreviewImportInput input, Viewer viewer) {
    return new PreviewImportPayload(previews.preview(viewer, input));
  }

  @MutationMapping
  ImportJobPayload startImport(@Argument StartImportInput input, Viewer viewer) {
    return new ImportJobPayload(jobs.start(viewer, input));
  }

  @MutationMapping
  ImportJobPayload resumeImport(@Argument ImportJobInput input, Viewer viewer) {
    return new ImportJobPayload(jobs.resume(viewer, input.id().uuid()));
  }

  @MutationMapping
  ImportJobPayload cancelImport(@Argument ImportJobInput input, Viewer viewer) {
    return new ImportJobPayload(jobs.cancel(viewer, input.id().uuid()));
  }

  @MutationMapping
  ExportRegisterPayload exportRegister(@Argument ExportRegisterInput input, Viewer viewer) {
    UUID projectId = input.projectId().uuid();
    exports.requireRegister(viewer, projectId, "projectId");
    DownloadLinks.Link link = links.toRegister(projectId, input.format(), viewer);
    return new ExportRegisterPayload(link.url(), link.expiresAt());
  }

  @SubscriptionMapping
  Flux<ImportJob> importProgress(@Argument Id<ImportJob> importJobId, Viewer viewer) {
    return feed.watch(viewer, importJobId.uuid());
  }
}
