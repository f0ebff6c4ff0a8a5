package io.protoworks.intake;

import io.protoworks.attachment.DownloadLinks;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import io.protoworks.register.RegisterFormat;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The addresses of what this module gives out as files. */
@Component
class IntakeLinks {
  static final String REGISTER = "/files/projects/{id}/register.{format}";
  static final String ERRORS = "/files/imports/{id}/errors.csv";

  private final DownloadLinks links;

  IntakeLinks(DownloadLinks links) {
    this.links = links;
  }

  DownloadLinks.Link toRegister(UUID projectId, RegisterFormat format, Viewer viewer) {
    String id = new TypeId("project", projectId).toString();
    return links.to(REGISTER.replace("{id}", id).replace("{format}", format.extension()), viewer);
  }

  DownloadLinks.Link toErrors(UUID jobId, Viewer viewer) {
    return links.to(ERRORS.replace("{id}", new TypeId("import_job", jobId).toString()), viewer);
  }
}
