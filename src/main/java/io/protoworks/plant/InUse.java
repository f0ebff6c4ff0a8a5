package io.protoworks.plant;

import io.protoworks.platform.Refused;
import java.util.List;

/**
 * The two rules of what is in use: it hangs under nothing that is not, and keeps what hangs under
 * it.
 */
final class InUse {
  private InUse() {}

  /**
   * Refuses to put something in use under a parent that is not.
   *
   * @param field the part of the input that leads to the parent
   */
  static void requireParent(boolean isActive, String field, String name, Object parent) {
    if (!isActive) {
      throw Refused.inTheWay(
          field, "%s is out of use; restore it first.".formatted(name), List.of(parent), 1);
    }
  }

  /** Refuses to take something out of use while children of it are in use. */
  static void requireNoChildren(String name, String noun, List<?> children, int count) {
    if (count > 0) {
      throw Refused.inTheWay(
          "%s still has %d active %s; deactivate or move them first."
              .formatted(name, count, count == 1 ? noun : noun + "s"),
          children.stream().limit(Refused.BLOCKERS_SHOWN).toList(),
          count);
    }
  }
}
