package io.protoworks.attachment;

import java.awt.geom.AffineTransform;

/** How a camera was held, in the order of the numbers that EXIF has for it, from 1. */
enum Orientation {
  UPRIGHT,
  MIRRORED,
  UPSIDE_DOWN,
  FLIPPED,
  TRANSPOSED,
  TURNED_LEFT,
  TRANSVERSED,
  TURNED_RIGHT;

  /** By EXIF's number; what is no such number is upright. */
  static Orientation of(int number) {
    return number < 1 || number > values().length ? UPRIGHT : values()[number - 1];
  }

  /** Whether width and height change places. */
  boolean isTurned() {
    return compareTo(TRANSPOSED) >= 0;
  }

  /** Sets an image of this size, as it was stored, upright. */
  AffineTransform transform(int width, int height) {
    return switch (this) {
      case UPRIGHT -> new AffineTransform();
      case MIRRORED -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case UPSIDE_DOWN -> new AffineTransform(-1, 0, 0, -1, width, height);
      case FLIPPED -> new AffineTransform(1, 0, 0, -1, 0, height);
      case TRANSPOSED -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case TURNED_LEFT -> new AffineTransform(0, 1, -1, 0, height, 0);
      case TRANSVERSED -> new AffineTransform(0, -1, -1, 0, height, width);
      case TURNED_RIGHT -> new AffineTransform(0, -1, 1, 0, 0, width);
    };
  }
}
