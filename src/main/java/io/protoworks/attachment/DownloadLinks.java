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
   * What the query of an address says.
   *
   * @param user who asked for it
   * @param session the login, null when an API key was used
   * @param expires the second of the epoch at which it ends
   */
  public record Claim(UUID user, @Nullable UUID session, long expires, String signature) {}

  /** The address of a path of this server, valid for this viewer for a short time. */
  public Link to(String path, Viewer viewer) {
    Instant expiresAt =
        clock.instant().plus(properties.linkLifetime()).truncatedTo(ChronoUnit.SECONDS);
    String query = queryOf(viewer.userId(), viewer.sessionId(), expiresAt.getEpochSecond());
    String signed = path + "?" + query;
    return new Link(
        URI.create(signed + "&signature=" + signer.sign(signed)),
        expiresAt.atOffset(ZoneOffset.UTC));
  }

  /** The viewer of an address that is followed, with the permissions of this moment. */
  public Viewer follow(String path, Claim claim, Client client) {
    String signed = path + "?" + queryOf(claim.user(), claim.session(), claim.expires());
    boolean valid =
        signer.isValid(signed, claim.signature())
            && clock.instant().isBefore(Instant.ofEpochSecond(claim.expires()));
    Viewer viewer = valid ? viewers.find(claim.user(), claim.session(), client) : null;
    if (viewer == null) {
      throw Failure.unauthenticated(
          "This address is not valid, or not any more: ask for a new one.");
    }
    return viewer;
  }

  private static String queryOf(UUID user, @Nullable UUID session, long expires) {
    return "user=%s%s&expires=%d"
        .formatted(user, session == null ? "" : "&session=" + session, expires);
  }
}
