package io.protoworks.attachment;

import io.protoworks.platform.Client;
import io.protoworks.platform.Failure;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives attachments out over plain HTTP, by signed addresses, to whoever sees them then. */
@RestController
class AttachmentFileController {
  private static final String PATH = "/files/attachments/";

  private final AttachmentService attachments;
  private final DownloadLinks links;
  private final FileStore files;

  AttachmentFileController(AttachmentService attachments, DownloadLinks links, FileStore files) {
    this.attachments = attachments;
    this.links = links;
    this.files = files;
  }

  static String pathTo(UUID id) {
    return PATH + new TypeId("attachment", id);
  }

  @GetMapping(PATH + "{id}")
  void attachment(
      @PathVariable String id,
      LinkClaim claim,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Viewer viewer =
        links.follow(
            request.getRequestURI(),
            claim,
            Client.of(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT)));
    Attachment attachment =
        attachments.listVisibleByIds(viewer, List.of(TypeId.parse(id).uuid())).stream()
            .findFirst()
            .orElseThrow(() -> Failure.notFound("file"));
    try (FileStore.LocalFile file = files.open(attachment.filePath())) {
      response.setContentType(attachment.fileType());
      response.setContentLengthLong(attachment.fileSize());
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(attachment));
      // Whatever the bytes are, a browser runs nothing of them.
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
      Files.copy(file.path(), response.getOutputStream());
    }
  }

  private static String disposition(Attachment attachment) {
    ContentDisposition.Builder kind =
        attachment.isImage() ? ContentDisposition.inline() : ContentDisposition.attachment();
    return kind.filename(attachment.fileName(), StandardCharsets.UTF_8).build().toString();
  }
}
