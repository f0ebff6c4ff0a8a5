package io.protoworks.attachment;

import io.protoworks.identity.Viewers;
import io.protoworks.platform.Client;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Viewer;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Makes addresses that a browser can download from without a token in a header. An address says who
 * asked for it and until when it is valid, and is signed. It gives no right: whoever serves it asks
 * the viewer that {@link #follow} finds for the permission, at the moment of the download.
 */
@Service
public class DownloadLinks {
  private final LinkSigner signer;
  private final Viewers viewers;
  private final FileProperties properties;
  private final Clock clock;

  DownloadLinks(LinkSigner signer, Viewers viewers, FileProperties properties, Clock clock) {
    this.signer = signer;
    this.viewers = viewers;
    this.properties = properties;
    this.clock = clock;
  }

  /** An address and when it ends. */
  public record Link(URI url, OffsetDateTime expiresAt) {}

  /**
   * What the query of an address says, as text that nobody has vouched for yet.
   *
   * @param user who asked for it
   * @param session the login, left out when an API key was used
   * @param expires the second of the epoch at which it ends
   */
  public record Claim(
      @Nullable String user,
      @Nullable String session,
      @Nullable String expires,
      @Nullable String signature) {}

  /** The address of a path of this server, valid for this viewer for a short time. */
  public Link to(String path, Viewer viewer) {
    Instant expiresAt =
        clock.instant().plus(properties.linkLifetime()).truncatedTo(ChronoUnit.SECONDS);
    UUID session = viewer.sessionId();
    String signed =
        path
            + "?"
            + queryOf(
                viewer.userId().toString(),
                session == null ? null : session.toString(),
                String.valueOf(expiresAt.getEpochSecond()));
    return new Link(
        URI.create(signed + "&signature=" + signer.sign(signed)),
        expiresAt.atOffset(ZoneOffset.UTC));
  }

  /** The viewer of an address that is followed, with the permissions of this moment. */
  public Viewer follow(String path, Claim claim, Client client) {
    Viewer viewer = isValid(path, claim) ? find(claim, client) : null;
    if (viewer == null) {
      throw Failure.unauthenticated(
          "This address is not valid, or not any more: ask for a new one.");
    }
    return viewer;
  }

  private boolean isValid(String path, Claim claim) {
    if (claim.user() == null || claim.expires() == null || claim.signature() == null) {
      return false;
    }
    String signed = path + "?" + queryOf(claim.user(), claim.session(), claim.expires());
    return signer.isValid(signed, claim.signature())
        && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(claim.expires())));
  }

  private @Nullable Viewer find(Claim claim, Client client) {
    try {
      UUID session = claim.session() == null ? null : UUID.fromString(claim.session());
      return claim.user() == null
          ? null
          : viewers.find(UUID.fromString(claim.user()), session, client);
    } catch (IllegalArgumentException splitElsewhere) {
      return null;
    }
  }

  private static String queryOf(String user, @Nullable String session, String expires) {
    return "user=%s%s&expires=%s"
        .formatted(user, session == null ? "" : "&session=" + session, expires);
  }
}
