package io.protoworks.dossier;

import io.protoworks.attachment.DownloadLinks;
import io.protoworks.attachment.Downloads;
import io.protoworks.attachment.FileStore;
import io.protoworks.platform.HttpErrors;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives documents out over plain HTTP, by signed addresses, to whoever may see then what is in
 * them.
 *
 * <p>A document is made on the disk first: a slow reader holds neither its snapshot nor a
 * connection to the database, and what fails is answered as an error and not as half a document.
 */
@RestController
class DossierFileController {
  private final DossierService dossiers;
  private final DownloadLinks links;
  private final FileStore files;

  DossierFileController(DossierService dossiers, DownloadLinks links, FileStore files) {
    this.dossiers = dossiers;
    this.links = links;
    this.files = files;
  }

  /** Writes a document and answers the name of its file. */
  private interface Maker {
    String make(Viewer viewer, UUID id, OutputStream output) throws IOException;
  }

  @GetMapping(DossierLinks.PROTOCOL)
  void protocol(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    give(dossiers::writeProtocol, id, request, response);
  }

  @GetMapping(DossierLinks.SUBSYSTEM)
  void subsystem(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    give(dossiers::writeSubsystem, id, request, response);
  }

  @GetMapping(DossierLinks.CERTIFICATE)
  void certificate(
      @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    give(dossiers::writeCertificate, id, request, response);
  }

  private void give(
      Maker maker, String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Viewer viewer = links.follow(request);
    try (FileStore.Draft draft = files.draft()) {
      BufferedOutputStream output = new BufferedOutputStream(draft.output());
      String name = maker.make(viewer, TypeId.parse(id).uuid(), output);
      output.flush();
      response.setContentLengthLong(draft.size());
      draft.copyTo(Downloads.begin(response, MediaType.APPLICATION_PDF_VALUE, name));
    }
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> closed(GateClosed closed) {
    return HttpErrors.response(HttpStatus.CONFLICT, GateClosed.CODE, closed.reason());
  }
}
