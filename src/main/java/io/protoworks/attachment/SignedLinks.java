package io.protoworks.attachment;

import io.protoworks.identity.Viewers;
import io.protoworks.platform.Client;
import io.protoworks.platform.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Addresses that serve without a token in a header. An address says who asked for it and with which
 * login or API key, and is signed. It ends with that login or key, and gives no right beyond
 * theirs: whoever follows it is the viewer that they are at that moment.
 */
@Component
class SignedLinks {
  private final LinkSigner signer;
  private final Viewers viewers;
  private final Clock clock;

  SignedLinks(LinkSigner signer, Viewers viewers, Clock clock) {
    this.signer = signer;
    this.viewers = viewers;
    this.clock = clock;
  }

  /** The address of a path of this server for this viewer, until a moment if one is given. */
  URI to(String path, Viewer viewer, @Nullable Instant expiresAt) {
    String signed =
        textOf(
            path,
            new LinkClaim(
                viewer.userId().toString(),
                text(viewer.sessionId()),
                text(viewer.apiKeyId()),
                expiresAt == null ? null : String.valueOf(expiresAt.getEpochSecond()),
                null));
    return URI.create(signed + "&signature=" + signer.sign(signed));
  }

  /** The viewer of an address that is followed; null when we did not make it, or it has ended. */
  @Nullable Viewer follow(HttpServletRequest request) {
    return follow(
        request.getRequestURI(),
        LinkClaim.of(request),
        Client.of(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT)));
  }

  @Nullable Viewer follow(String path, LinkClaim claim, Client client) {
    if (claim.user() == null
        || claim.signature() == null
        || !signer.isValid(textOf(path, claim), claim.signature())
        || hasExpired(claim)) {
      return null;
    }
    try {
      UUID user = UUID.fromString(claim.user());
      if (claim.session() != null) {
        return viewers.findBySession(user, UUID.fromString(claim.session()), client);
      }
      return claim.apiKey() == null
          ? null
          : viewers.findByApiKey(user, UUID.fromString(claim.apiKey()), client);
    } catch (IllegalArgumentException splitElsewhere) {
      return null;
    }
  }

  private boolean hasExpired(LinkClaim claim) {
    return claim.expires() != null
        && !clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(claim.expires())));
  }

  private static String textOf(String path, LinkClaim claim) {
    return "%s?user=%s%s%s%s"
        .formatted(
            path,
            claim.user(),
            parameter("session", claim.session()),
            parameter("apiKey", claim.apiKey()),
            parameter("expires", claim.expires()));
  }

  private static String parameter(String name, @Nullable String value) {
    return value == null ? "" : "&%s=%s".formatted(name, value);
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}
