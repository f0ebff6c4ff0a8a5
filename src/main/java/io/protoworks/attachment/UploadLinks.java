package io.protoworks.attachment;

import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The addresses that take an upload's bytes: the bucket's own where there is one, for an hour, else
 * ours. Whoever has one of ours may send the bytes for as long as the login or API key lives that
 * asked for it; until when the upload takes them, and that it takes them once, is in its row.
 */
@Component
class UploadLinks {
  static final String PATH = "/files/uploads/";
  private static final String PREFIX = "upload";

  private static final Duration LIFETIME_IN_BUCKET = Duration.ofHours(1);

  private final SignedLinks links;
  private final FileStore store;

  UploadLinks(SignedLinks links, FileStore store) {
    this.links = links;
    this.store = store;
  }

  URI to(Upload upload, Viewer viewer) {
    URI direct = store.addressToSend(upload.storageKey(), upload.fileSize(), LIFETIME_IN_BUCKET);
    return direct == null ? links.to(PATH + new TypeId(PREFIX, upload.id()), viewer, null) : direct;
  }

  /** Who sends bytes to an address; null when we did not make it, or it has ended. */
  @Nullable Viewer follow(HttpServletRequest request) {
    return links.follow(request);
  }
}
