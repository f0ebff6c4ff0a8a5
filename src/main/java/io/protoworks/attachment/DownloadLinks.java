package io.protoworks.attachment;

import io.protoworks.platform.Failure;
import io.protoworks.platform.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;

/**
 * Makes addresses that a browser can download from without a token in a header, for a short time.
 * They give no right: whoever serves one asks the viewer that {@link #follow} finds for the
 * permission, at the moment of the download.
 */
@Service
public class DownloadLinks {
  private final SignedLinks links;
  private final FileProperties properties;
  private final Clock clock;

  DownloadLinks(SignedLinks links, FileProperties properties, Clock clock) {
    this.links = links;
    this.properties = properties;
    this.clock = clock;
  }

  /** An address and when it ends. */
  public record Link(URI url, OffsetDateTime expiresAt) {}

  /** The address of a path of this server, valid for this viewer for a short time. */
  public Link to(String path, Viewer viewer) {
    Instant expiresAt =
        clock.instant().plus(properties.linkLifetime()).truncatedTo(ChronoUnit.SECONDS);
    return new Link(links.to(path, viewer, expiresAt), expiresAt.atOffset(ZoneOffset.UTC));
  }

  /** The viewer of an address that is followed, with the permissions of this moment. */
  public Viewer follow(HttpServletRequest request) {
    Viewer viewer = LinkClaim.of(request).expires() == null ? null : links.follow(request);
    if (viewer == null) {
      throw Failure.unauthenticated(
          "This address is not valid, or not any more: ask for a new one.");
    }
    return viewer;
  }
}
