package io.protoworks.template;

import io.protoworks.attachment.DownloadLinks;
import io.protoworks.attachment.LinkClaim;
import io.protoworks.platform.Client;
import io.protoworks.platform.Failure;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives check sheets out over plain HTTP, by signed addresses. */
@RestController
class TemplateSheetFileController {
  private static final String CSV = "text/csv;charset=UTF-8";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final TemplateSheetService sheets;
  private final DownloadLinks links;

  TemplateSheetFileController(TemplateSheetService sheets, DownloadLinks links) {
    this.sheets = sheets;
    this.links = links;
  }

  @GetMapping(TemplateSheetLinks.SHEET)
  void sheet(
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
    SheetFormat wanted =
        switch (format) {
          case "csv" -> SheetFormat.CSV;
          case "xlsx" -> SheetFormat.XLSX;
          default -> throw Failure.notFound("file");
        };
    TemplateContent content = sheets.requireContent(viewer, TypeId.parse(id).uuid());
    response.setContentType(wanted == SheetFormat.CSV ? CSV : XLSX);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sheet.%s\"".formatted(format));
    sheets.write(content, wanted, response.getOutputStream());
  }
}
