package io.protoworks.attachment;

import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The addresses that take an upload's bytes. Whoever has one may send the bytes for as long as the
 * login or API key lives that asked for it; until when the upload takes them, and that it takes
 * them once, is in its row.
 */
@Component
class UploadLinks {
  static final String PATH = "/files/uploads/";
  private static final String PREFIX = "upload";

  private final SignedLinks links;

  UploadLinks(SignedLinks links) {
    this.links = links;
  }

  URI to(UUID uploadId, Viewer viewer) {
    return links.to(PATH + new TypeId(PREFIX, uploadId), viewer, null);
  }

  /** Who sends bytes to an address; null when we did not make it, or it has ended. */
  @Nullable Viewer follow(HttpServletRequest request) {
    return links.follow(request);
  }
}
