package io.protoworks.template;

import io.protoworks.attachment.DownloadLinks;
import io.protoworks.platform.Viewer;
import io.protoworks.template.TemplateSheetInputs.ExportProtocolTemplateSheetInput;
import io.protoworks.template.TemplateSheetInputs.ImportProtocolTemplateSheetInput;
import io.protoworks.template.TemplateSheetService.ImportedSheet;
import java.net.URI;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class TemplateSheetController {
  private final TemplateSheetService sheets;
  private final TemplateSheetLinks links;

  TemplateSheetController(TemplateSheetService sheets, TemplateSheetLinks links) {
    this.sheets = sheets;
    this.links = links;
  }

  record ImportProtocolTemplateSheetPayload(
      @Nullable ProtocolTemplate protocolTemplate, int itemCount) {}

  record ExportProtocolTemplateSheetPayload(URI url, OffsetDateTime expiresAt) {}

  @MutationMapping
  ImportProtocolTemplateSheetPayload importProtocolTemplateSheet(
      @Argument ImportProtocolTemplateSheetInput input, Viewer viewer) {
    ImportedSheet imported = sheets.add(viewer, input);
    return new ImportProtocolTemplateSheetPayload(
        imported.protocolTemplate(), imported.itemCount());
  }

  @MutationMapping
  ExportProtocolTemplateSheetPayload exportProtocolTemplateSheet(
      @Argument ExportProtocolTemplateSheetInput input, Viewer viewer) {
    sheets.requireSheet(viewer, input.id().uuid());
    DownloadLinks.Link link = links.to(input.id().uuid(), input.format(), viewer);
    return new ExportProtocolTemplateSheetPayload(link.url(), link.expiresAt());
  }
}
