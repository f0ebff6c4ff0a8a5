package io.protoworks.template;

import io.protoworks.attachment.DownloadLinks;
import io.protoworks.attachment.Downloads;
import io.protoworks.platform.Failure;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import io.protoworks.register.RegisterFormat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives check sheets out over plain HTTP, by signed addresses. */
@RestController
class TemplateSheetFileController {
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
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Viewer viewer = links.follow(request);
    RegisterFormat wanted =
        RegisterFormat.ofExtension(format).orElseThrow(() -> Failure.notFound("file"));
    TemplateContent content = sheets.requireContent(viewer, TypeId.parse(id).uuid());
    sheets.write(content, wanted, Downloads.begin(response, wanted.mediaType(), "sheet." + format));
  }
}
