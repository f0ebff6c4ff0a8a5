package io.protoworks.template;

import io.protoworks.attachment.DownloadLinks;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import io.protoworks.register.RegisterFormat;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The addresses of check sheets. */
@Component
class TemplateSheetLinks {
  static final String SHEET = "/files/templates/{id}/sheet.{format}";

  private final DownloadLinks links;

  TemplateSheetLinks(DownloadLinks links) {
    this.links = links;
  }

  DownloadLinks.Link to(UUID templateId, RegisterFormat format, Viewer viewer) {
    return links.to(
        SHEET
            .replace("{id}", new TypeId("protocol_template", templateId).toString())
            .replace("{format}", format.extension()),
        viewer);
  }
}
