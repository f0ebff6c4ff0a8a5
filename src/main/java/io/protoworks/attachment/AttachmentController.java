package io.protoworks.attachment;

import io.protoworks.platform.Id;
import io.protoworks.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class AttachmentController {
  private final AttachmentService attachments;
  private final SignatureImageService signatures;

  AttachmentController(AttachmentService attachments, SignatureImageService signatures) {
    this.attachments = attachments;
    this.signatures = signatures;
  }

  record SetSignatureImageInput(Id<Upload> uploadId) {}

  record SignatureImagePayload(Attachment attachment) {}

  record AttachmentInput(Id<Attachment> id) {}

  record AttachmentPayload(Attachment attachment) {}

  @MutationMapping
  AttachmentPayload deactivateAttachment(@Argument AttachmentInput input, Viewer viewer) {
    return new AttachmentPayload(attachments.deactivate(viewer, input.id().uuid()));
  }

  @MutationMapping
  AttachmentPayload restoreAttachment(@Argument AttachmentInput input, Viewer viewer) {
    return new AttachmentPayload(attachments.restore(viewer, input.id().uuid()));
  }

  @MutationMapping
  SignatureImagePayload setSignatureImage(@Argument SetSignatureImageInput input, Viewer viewer) {
    return new SignatureImagePayload(signatures.set(viewer, input.uploadId().uuid()));
  }
}
