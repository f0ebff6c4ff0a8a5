package io.protoworks.identity;

import io.protoworks.platform.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody acts with.
 *
 * @param sessionId the session of a login, else null
 * @param apiKeyId the API key, else null
 */
record Access(@Nullable UUID sessionId, @Nullable UUID apiKeyId) implements Row {
  static Access of(ViewerRow known) {
    return new Access(known.sessionId(), known.apiKeyId());
  }
}
