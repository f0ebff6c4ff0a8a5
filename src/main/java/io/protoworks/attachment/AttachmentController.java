package io.protoworks.attachment;

import io.protoworks.platform.Id;
import io.protoworks.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class AttachmentController {
  private final SignatureImageService signatures;

  AttachmentController(SignatureImageService signatures) {
    this.signatures = signatures;
  }

  record SetSignatureImageInput(Id<Upload> uploadId) {}

  record SignatureImagePayload(Attachment attachment) {}

  @MutationMapping
  SignatureImagePayload setSignatureImage(@Argument SetSignatureImageInput input, Viewer viewer) {
    return new SignatureImagePayload(signatures.set(viewer, input.uploadId().uuid()));
  }
}
