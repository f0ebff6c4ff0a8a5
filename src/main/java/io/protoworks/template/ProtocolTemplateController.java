package io.protoworks.template;

import io.protoworks.platform.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class ProtocolTemplateController {
  private final ProtocolTemplateService templates;

  ProtocolTemplateController(ProtocolTemplateService templates) {
    this.templates = templates;
  }

  @QueryMapping
  @Nullable ProtocolTemplate protocolTemplate(
      @Argument String code, @Argument @Nullable Integer templateVersion, Viewer viewer) {
    return templates.findByCode(viewer, code, templateVersion);
  }
}
