package io.protoworks.attachment;

import org.jspecify.annotations.Nullable;

/**
 * What the query of a signed address says, as text that nobody has vouched for yet.
 *
 * @param user who asked for it
 * @param session their login, left out when an API key was used
 * @param apiKey their API key, left out when it was a login
 * @param expires the second of the epoch at which it ends, left out when what it leads to says that
 */
public record LinkClaim(
    @Nullable String user,
    @Nullable String session,
    @Nullable String apiKey,
    @Nullable String expires,
    @Nullable String signature) {}
