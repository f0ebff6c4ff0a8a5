package io.protoworks.protocol;

import io.protoworks.attachment.Attachment;
import io.protoworks.plant.Project;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.ProtocolBulkService.CreateProtocolResult;
import io.protoworks.protocol.ProtocolInputs.AddProtocolAttachmentInput;
import io.protoworks.protocol.ProtocolInputs.ChangeProtocolInput;
import io.protoworks.protocol.ProtocolInputs.CreateProtocolInput;
import io.protoworks.protocol.ProtocolInputs.CreateProtocolsInput;
import io.protoworks.protocol.ProtocolInputs.RescheduleProtocolInput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class ProtocolController {
  private final ProtocolService protocols;
  private final ProtocolSignatureService signatures;
  private final ProtocolDraftService drafts;
  private final ProtocolBulkService bulk;
  private final ProtocolAttachmentService attachments;

  ProtocolController(
      ProtocolService protocols,
      ProtocolSignatureService signatures,
      ProtocolDraftService drafts,
      ProtocolBulkService bulk,
      ProtocolAttachmentService attachments) {
    this.protocols = protocols;
    this.signatures = signatures;
    this.drafts = drafts;
    this.bulk = bulk;
    this.attachments = attachments;
  }

  record ProtocolPayload(Protocol protocol) {}

  record ProtocolAttachmentPayload(Attachment attachment) {}

  record CreateProtocolsPayload(List<CreateProtocolResult> results) {}

  @QueryMapping
  @Nullable Protocol protocol(@Argument String projectCode, @Argument int number, Viewer viewer) {
    return protocols.findByNumber(viewer, projectCode, number);
  }

  @QueryMapping
  Connection<Protocol> protocols(
      @Argument @Nullable Id<Project> projectId,
      @Arguments ProtocolArguments arguments,
      Viewer viewer) {
    return protocols.list(viewer, projectId, arguments);
  }

  @QueryMapping
  ProtocolVerification verifyProtocol(@Argument Id<Protocol> id, Viewer viewer) {
    return signatures.verify(viewer, id.uuid());
  }

  @MutationMapping
  ProtocolPayload createProtocol(@Argument CreateProtocolInput input, Viewer viewer) {
    return new ProtocolPayload(drafts.create(viewer, input));
  }

  @MutationMapping
  CreateProtocolsPayload createProtocols(@Argument CreateProtocolsInput input, Viewer viewer) {
    return new CreateProtocolsPayload(bulk.createAll(viewer, input));
  }

  @MutationMapping
  ProtocolPayload changeProtocol(@Argument ChangeProtocolInput input, Viewer viewer) {
    return new ProtocolPayload(drafts.change(viewer, input));
  }

  @MutationMapping
  ProtocolPayload rescheduleProtocol(@Argument RescheduleProtocolInput input, Viewer viewer) {
    return new ProtocolPayload(drafts.reschedule(viewer, input));
  }

  @MutationMapping
  ProtocolPayload deactivateProtocol(@Argument VersionedId<Protocol> input, Viewer viewer) {
    return new ProtocolPayload(drafts.deactivate(viewer, input));
  }

  @MutationMapping
  ProtocolPayload restoreProtocol(@Argument VersionedId<Protocol> input, Viewer viewer) {
    return new ProtocolPayload(drafts.restore(viewer, input));
  }

  @MutationMapping
  ProtocolAttachmentPayload addProtocolAttachment(
      @Argument AddProtocolAttachmentInput input, Viewer viewer) {
    return new ProtocolAttachmentPayload(
        attachments.attach(viewer, input.protocolId().uuid(), input.uploadId().uuid()));
  }
}
