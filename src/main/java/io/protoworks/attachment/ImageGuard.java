package io.protoworks.attachment;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refuses images that are none, and those that would take too much memory wherever they are looked
 * at. Goes by the header, which costs nothing; of WebP and HEIC, which nothing here decodes, it
 * asks nothing.
 */
@Component
class ImageGuard {
  /** JPEG has no longer sides; a PNG with one makes a single row too much. */
  private static final int LONGEST_SIDE = 65_535;

  private final FileProperties properties;

  ImageGuard(FileProperties properties) {
    this.properties = properties;
  }

  /** Why the file can't be taken; null when it can. */
  @Nullable UploadFailure judge(String type, Path file) {
    if (!ImageFile.TYPES.contains(type)) {
      return null;
    }
    try {
      ImageFile.Size size = ImageFile.sizeOf(file, type);
      boolean fits = size.pixels() <= properties.maximumPixels() && size.longer() <= LONGEST_SIDE;
      return fits ? null : UploadFailure.imageTooLarge(size, properties.maximumPixels());
    } catch (IOException unreadable) {
      UploadFailure failure = UploadFailure.noImage(type);
      failure.initCause(unreadable);
      return failure;
    }
  }
}
