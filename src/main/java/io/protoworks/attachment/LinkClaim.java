package io.protoworks.attachment;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the query of a signed address says, as text that nobody has vouched for yet.
 *
 * @param user who asked for it
 * @param session their login, left out when an API key was used
 * @param apiKey their API key, left out when it was a login
 * @param expires the second of the epoch at which it ends, left out when what it leads to says that
 */
record LinkClaim(
    @Nullable String user,
    @Nullable String session,
    @Nullable String apiKey,
    @Nullable String expires,
    @Nullable String signature) {
  static LinkClaim of(HttpServletRequest request) {
    return new LinkClaim(
        request.getParameter("user"),
        request.getParameter("session"),
        request.getParameter("apiKey"),
        request.getParameter("expires"),
        request.getParameter("signature"));
  }
}
