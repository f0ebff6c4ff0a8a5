package io.protoworks.dossier;

import io.protoworks.attachment.DownloadLinks;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import java.net.URI;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The addresses of the documents. */
@Component
class DossierLinks {
  static final String PROTOCOL = "/files/protocols/{id}/dossier.pdf";
  static final String SUBSYSTEM = "/files/subsystems/{id}/dossier.pdf";
  static final String CERTIFICATE = "/files/gates/{id}/certificate.pdf";

  private final DownloadLinks links;

  DossierLinks(DownloadLinks links) {
    this.links = links;
  }

  URI toProtocol(Viewer viewer, UUID id) {
    return to(PROTOCOL, new TypeId("protocol", id), viewer);
  }

  URI toSubsystem(Viewer viewer, UUID id) {
    return to(SUBSYSTEM, new TypeId("subsystem", id), viewer);
  }

  URI toCertificate(Viewer viewer, UUID gateId) {
    return to(CERTIFICATE, new TypeId("gate", gateId), viewer);
  }

  private URI to(String path, TypeId id, Viewer viewer) {
    return links.to(path.replace("{id}", id.toString()), viewer).url();
  }
}
