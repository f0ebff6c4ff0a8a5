package io.protoworks.platform;

import org.jspecify.annotations.Nullable;

/** A row that people edit: a write names the version that it has seen. */
public interface Versioned {
  int version();

  /**
   * The row as it was found and locked, if it is still the one that the caller has seen.
   *
   * @param found null when there is none that the caller may see
   */
  static <T extends Versioned> T expect(@Nullable T found, int expectedVersion, String noun) {
    if (found == null) {
      throw Refused.unknown("id", noun);
    }
    if (found.version() != expectedVersion) {
      throw Refused.stale(found);
    }
    return found;
  }
}
