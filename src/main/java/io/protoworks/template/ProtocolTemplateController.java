package io.protoworks.template;

import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import io.protoworks.template.ProtocolTemplateInputs.ChangeProtocolTemplateInput;
import io.protoworks.template.ProtocolTemplateInputs.CreateProtocolTemplateInput;
import io.protoworks.template.ProtocolTemplateInputs.ImportProtocolTemplateInput;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class ProtocolTemplateController {
  private final ProtocolTemplateService templates;
  private final ProtocolTemplateDraftService drafts;
  private final ProtocolTemplateStatusService statuses;
  private final TemplateExchangeService exchange;

  ProtocolTemplateController(
      ProtocolTemplateService templates,
      ProtocolTemplateDraftService drafts,
      ProtocolTemplateStatusService statuses,
      TemplateExchangeService exchange) {
    this.templates = templates;
    this.drafts = drafts;
    this.statuses = statuses;
    this.exchange = exchange;
  }

  record ProtocolTemplatePayload(ProtocolTemplate protocolTemplate) {}

  @QueryMapping
  @Nullable ProtocolTemplate protocolTemplate(
      @Argument String code, @Argument @Nullable Integer templateVersion, Viewer viewer) {
    return templates.findByCode(viewer, code, templateVersion);
  }

  @QueryMapping
  Connection<ProtocolTemplate> protocolTemplates(
      @Arguments ProtocolTemplateQuery query, Viewer viewer) {
    return templates.list(viewer, query);
  }

  @QueryMapping
  @Nullable TemplateDifference templateDifference(
      @Argument Id<ProtocolTemplate> fromId, @Argument Id<ProtocolTemplate> toId, Viewer viewer) {
    return exchange.difference(viewer, fromId.uuid(), toId.uuid());
  }

  @MutationMapping
  ProtocolTemplatePayload createProtocolTemplate(
      @Argument CreateProtocolTemplateInput input, Viewer viewer) {
    return new ProtocolTemplatePayload(drafts.create(viewer, input));
  }

  @MutationMapping
  ProtocolTemplatePayload changeProtocolTemplate(
      @Argument ChangeProtocolTemplateInput input, Viewer viewer) {
    return new ProtocolTemplatePayload(drafts.change(viewer, input));
  }

  @MutationMapping
  ProtocolTemplatePayload createProtocolTemplateVersion(
      @Argument VersionedId<ProtocolTemplate> input, Viewer viewer) {
    return new ProtocolTemplatePayload(drafts.createVersion(viewer, input));
  }

  @MutationMapping
  ProtocolTemplatePayload importProtocolTemplate(
      @Argument ImportProtocolTemplateInput input, Viewer viewer) {
    return new ProtocolTemplatePayload(exchange.add(viewer, input.json()));
  }

  @MutationMapping
  ProtocolTemplatePayload publishProtocolTemplate(
      @Argument VersionedId<ProtocolTemplate> input, Viewer viewer) {
    return new ProtocolTemplatePayload(statuses.publish(viewer, input));
  }

  @MutationMapping
  ProtocolTemplatePayload withdrawProtocolTemplate(
      @Argument VersionedId<ProtocolTemplate> input, Viewer viewer) {
    return new ProtocolTemplatePayload(statuses.withdraw(viewer, input));
  }

  @MutationMapping
  ProtocolTemplatePayload deactivateProtocolTemplate(
      @Argument VersionedId<ProtocolTemplate> input, Viewer viewer) {
    return new ProtocolTemplatePayload(statuses.deactivate(viewer, input));
  }

  @MutationMapping
  ProtocolTemplatePayload restoreProtocolTemplate(
      @Argument VersionedId<ProtocolTemplate> input, Viewer viewer) {
    return new ProtocolTemplatePayload(statuses.restore(viewer, input));
  }
}
