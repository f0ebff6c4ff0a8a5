package io.protoworks.attachment;

import io.protoworks.platform.Failure;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.imageio.IIOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives attachments out over plain HTTP, by signed addresses, to whoever sees them then. */
@RestController
class AttachmentFileController {
  private static final String PATH = "/files/attachments/";
  private static final String THUMBNAIL = "/thumbnail";

  private final AttachmentService attachments;
  private final DownloadLinks links;
  private final FileStore files;
  private final Thumbnails thumbnails;

  AttachmentFileController(
      AttachmentService attachments, DownloadLinks links, FileStore files, Thumbnails thumbnails) {
    this.attachments = attachments;
    this.links = links;
    this.files = files;
    this.thumbnails = thumbnails;
  }

  static String pathTo(UUID id) {
    return PATH + new TypeId("attachment", id);
  }

  static String pathToThumbnail(UUID id) {
    return pathTo(id) + THUMBNAIL;
  }

  @GetMapping(PATH + "{id}")
  void attachment(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Attachment attachment = require(id, request);
    try (FileStore.LocalFile file = files.open(attachment.filePath())) {
      send(attachment, attachment.fileType(), file.path(), response);
    } catch (NoSuchFileException gone) {
      throw Failure.notFound("file");
    }
  }

  /** A photo that is damaged behind its header has none. */
  @GetMapping(PATH + "{id}" + THUMBNAIL)
  void thumbnail(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Attachment attachment = require(id, request);
    if (!attachment.isPhoto()) {
      throw Failure.notFound("thumbnail");
    }
    try (FileStore.LocalFile file = thumbnails.open(attachment)) {
      send(attachment, Thumbnails.FILE_TYPE, file.path(), response);
    } catch (NoSuchFileException | IIOException none) {
      throw Failure.notFound("thumbnail");
    }
  }

  private Attachment require(String id, HttpServletRequest request) {
    Viewer viewer = links.follow(request);
    return attachments.listVisibleByIds(viewer, List.of(TypeId.parse(id).uuid())).stream()
        .findFirst()
        .orElseThrow(() -> Failure.notFound("file"));
  }

  private static void send(
      Attachment attachment, String type, Path file, HttpServletResponse response)
      throws IOException {
    response.setContentType(type);
    response.setContentLengthLong(Files.size(file));
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(attachment));
    // Whatever the bytes are, a browser runs nothing of them.
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    Files.copy(file, response.getOutputStream());
  }

  private static String disposition(Attachment attachment) {
    ContentDisposition.Builder kind =
        attachment.isImage() ? ContentDisposition.inline() : ContentDisposition.attachment();
    return kind.filename(attachment.fileName(), StandardCharsets.UTF_8).build().toString();
  }
}
