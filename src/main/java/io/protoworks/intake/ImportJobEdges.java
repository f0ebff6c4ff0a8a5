package io.protoworks.intake;

import io.protoworks.attachment.Upload;
import io.protoworks.attachment.UploadService;
import io.protoworks.audit.AuditTrail;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.plant.Project;
import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import java.net.URI;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ImportJobEdges implements GraphModule {
  private final AuditTrail trail;
  private static final String TYPE = "ImportJob";

  private final ImportJobService jobs;
  private final ImportRowErrorService errors;
  private final UserService users;
  private final UploadService uploads;
  private final IntakeLinks links;

  ImportJobEdges(
      ImportJobService jobs,
      ImportRowErrorService errors,
      UserService users,
      UploadService uploads,
      IntakeLinks links,
      AuditTrail trail) {
    this.trail = trail;
    this.jobs = jobs;
    this.errors = errors;
    this.users = users;
    this.uploads = uploads;
    this.links = links;
  }

  @Override
  public void declare(Graph graph) {
    trail.declare(graph, "ImportJob", ImportJob::id);
    graph.node(ImportJob.class, TYPE, ImportJob::id, jobs::listVisibleByIds);
    graph.one(TYPE, "project", ImportJob::projectId, Project.class);
    graph.<ImportJob, User>one(
        TYPE, "createdBy", ImportJob::createdBy, (viewer, ids) -> users.listByIds(ids), User::id);
    graph.<ImportJob, Upload>one(
        TYPE, "upload", ImportJob::uploadId, (viewer, ids) -> uploads.listByIds(ids), Upload::id);
    graph.connection(
        "Project",
        "importJobs",
        Project::id,
        ImportJobArguments.class,
        new Graph.Paging<>(ImportJobArguments::page, ImportJobArguments::place),
        jobs::listByProjects,
        ImportJob::projectId,
        jobs::countByProjects);
    graph.connection(
        TYPE,
        "errors",
        ImportJob::id,
        ImportRowErrorArguments.class,
        new Graph.Paging<>(ImportRowErrorArguments::page, ImportRowErrorArguments::place),
        errors::listByJobs,
        ImportRowError::jobId,
        errors::countByJobs);
    graph.<ImportJob, Graph.NoArguments, ImportErrorCount>list(
        TYPE,
        "errorCounts",
        ImportJob::id,
        Graph.NoArguments.class,
        (viewer, ids, none) -> errors.countByCodes(viewer, ids),
        ImportErrorCount::jobId);
    graph.<ImportJob, URI>value(
        TYPE,
        "errorsUrl",
        ImportJobEdges::idIfRefusing,
        (viewer, ids, none) ->
            ids.stream()
                .distinct()
                .collect(
                    Collectors.toMap((UUID id) -> id, id -> links.toErrors(id, viewer).url())));
  }

  private static @Nullable UUID idIfRefusing(ImportJob job) {
    return job.errorRows() > 0 ? job.id() : null;
  }
}
