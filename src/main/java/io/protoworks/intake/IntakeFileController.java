package io.protoworks.intake;

import io.protoworks.attachment.DownloadLinks;
import io.protoworks.attachment.Downloads;
import io.protoworks.platform.Failure;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import io.protoworks.register.RegisterFormat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives registers and the errors of imports out over plain HTTP, by signed addresses. */
@RestController
class IntakeFileController {
  private final RegisterExportService exports;
  private final DownloadLinks links;

  IntakeFileController(RegisterExportService exports, DownloadLinks links) {
    this.exports = exports;
    this.links = links;
  }

  @GetMapping(IntakeLinks.REGISTER)
  void register(
      @PathVariable String id,
      @PathVariable String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Viewer viewer = links.follow(request);
    UUID projectId = uuid(id);
    exports.requireRegister(viewer, projectId);
    RegisterFormat wanted =
        RegisterFormat.ofExtension(format).orElseThrow(() -> Failure.notFound("file"));
    OutputStream output = Downloads.begin(response, wanted.mediaType(), "register." + format);
    exports.writeRegister(viewer, projectId, wanted, output);
  }

  @GetMapping(IntakeLinks.ERRORS)
  void errors(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Viewer viewer = links.follow(request);
    UUID jobId = uuid(id);
    exports.requireErrors(viewer, jobId);
    exports.writeErrors(
        viewer, jobId, Downloads.begin(response, RegisterFormat.CSV.mediaType(), "errors.csv"));
  }

  private static UUID uuid(String id) {
    return TypeId.parse(id).uuid();
  }
}
