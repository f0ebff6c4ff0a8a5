package io.protoworks.dossier;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Image;

/**
 * The images that people sign with, for one document: each stands in it once, however often they
 * signed, as long as not too many others signed in between.
 */
final class SignatureImages {
  private static final int REMEMBERED = 200;
  private static final int PIXELS = 360;
  private static final float WIDTH = 84;
  private static final float HEIGHT = 30;

  private final PaperImages images;
  private final Map<String, Image> byKey = new LinkedHashMap<>(16, 0.75f, true);

  SignatureImages(PaperImages images) {
    this.images = images;
  }

  @Nullable Image find(String key) {
    Image known = byKey.get(key);
    if (known == null) {
      known = images.read(key, PIXELS);
      if (known == null) {
        return null;
      }
      known.scaleToFit(WIDTH, HEIGHT);
      byKey.put(key, known);
      if (byKey.size() > REMEMBERED) {
        byKey.remove(byKey.keySet().iterator().next());
      }
    }
    return Image.getInstance(known);
  }
}
