package io.protoworks.attachment;

import io.protoworks.platform.UserError;
import io.protoworks.platform.UserErrorCode;
import java.util.List;

/** The bytes of an upload were not taken; {@code reason} says why. */
record UploadRefused(String message, UserErrorCode code, List<String> path, UploadErrorCode reason)
    implements UserError {}
