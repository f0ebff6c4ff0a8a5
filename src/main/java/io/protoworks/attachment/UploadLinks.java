package io.protoworks.attachment;

import io.protoworks.platform.Failure;
import io.protoworks.platform.TypeId;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The addresses that take an upload's bytes. Whoever has one may send the bytes, so it is signed
 * and cannot be guessed; until when it serves, and that it serves once, is in the upload's row.
 */
@Component
class UploadLinks {
  static final String PATH = "/files/uploads/";
  private static final String PREFIX = "upload";

  private final LinkSigner signer;

  UploadLinks(LinkSigner signer) {
    this.signer = signer;
  }

  URI to(UUID uploadId) {
    String id = new TypeId(PREFIX, uploadId).toString();
    return URI.create(PATH + id + "." + signer.sign(PATH + id));
  }

  /** The upload that the last part of an address names; null when we did not make the address. */
  @Nullable UUID follow(String name) {
    int dot = name.indexOf('.');
    if (dot < 0 || !signer.isValid(PATH + name.substring(0, dot), name.substring(dot + 1))) {
      return null;
    }
    try {
      return TypeId.parse(name.substring(0, dot)).uuid();
    } catch (Failure impossible) {
      throw new IllegalStateException("we signed what is no id", impossible);
    }
  }
}
