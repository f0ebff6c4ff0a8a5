package io.protoworks.identity;

import io.protoworks.platform.Row;

/**
 * A session or API key that has not ended.
 *
 * @param wasSeenLately whether its use was written down in the last minute
 */
record LivingAccess(Access access, boolean wasSeenLately) implements Row {}
