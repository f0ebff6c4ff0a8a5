package io.protoworks.intake;

import io.protoworks.attachment.DownloadLinks;
import io.protoworks.attachment.LinkClaim;
import io.protoworks.platform.Client;
import io.protoworks.platform.Failure;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import io.protoworks.register.RegisterFormat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives registers and the errors of imports out over plain HTTP, by signed addresses. */
@RestController
class IntakeFileController {
  private static final String CSV = "text/csv;charset=UTF-8";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
      LinkClaim claim,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Viewer viewer =
        links.follow(
            request.getRequestURI(),
            claim,
            Client.of(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT)));
    UUID projectId = uuid(id);
    exports.requireRegister(viewer, projectId);
    RegisterFormat wanted =
        switch (format) {
          case "csv" -> RegisterFormat.CSV;
          case "xlsx" -> RegisterFormat.XLSX;
          default -> throw Failure.notFound("file");
        };
    OutputStream output =
        begin(response, wanted == RegisterFormat.CSV ? CSV : XLSX, "register." + format);
    exports.writeRegister(viewer, projectId, wanted, output);
  }

  @GetMapping(IntakeLinks.ERRORS)
  void errors(
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
    UUID jobId = uuid(id);
    exports.requireErrors(viewer, jobId);
    exports.writeErrors(viewer, jobId, begin(response, CSV, "errors.csv"));
  }

  private static OutputStream begin(HttpServletResponse response, String type, String name)
      throws IOException {
    response.setContentType(type);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    return response.getOutputStream();
  }

  private static UUID uuid(String id) {
    return TypeId.parse(id).uuid();
  }
}
