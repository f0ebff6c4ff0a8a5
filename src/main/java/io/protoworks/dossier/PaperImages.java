package io.protoworks.dossier;

import io.protoworks.attachment.Pictures;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Image;
import org.springframework.stereotype.Component;

/**
 * Pictures as they are printed: only as many of their pixels as paper shows, so that the document
 * does not grow with what cameras make.
 */
@Component
class PaperImages {
  private final Pictures pictures;

  PaperImages(Pictures pictures) {
    this.pictures = pictures;
  }

  /**
   * The picture under a key of the store; null where there is none, or none that can be decoded:
   * its file is named instead.
   *
   * @param pixels the most that its longer side keeps
   */
  @Nullable Image read(String key, int pixels) {
    try {
      return Image.getInstance(pictures.jpegWithin(key, pixels));
    } catch (IOException undecodable) {
      return null;
    }
  }
}
