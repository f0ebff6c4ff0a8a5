package io.protoworks.completion;

import io.protoworks.platform.UserError;
import io.protoworks.platform.UserErrorCode;
import java.util.List;

/** Whoever would sign has no image of their signature. */
record SignatureImageMissing(String message, UserErrorCode code, List<String> path)
    implements UserError {
  SignatureImageMissing() {
    this(
        "You sign with an image of your signature, and have none yet: set it with"
            + " setSignatureImage.",
        CompletionErrorCode.SIGNATURE_IMAGE_MISSING,
        List.of());
  }
}
