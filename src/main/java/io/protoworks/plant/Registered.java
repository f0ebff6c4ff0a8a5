package io.protoworks.plant;

import org.jspecify.annotations.Nullable;

/**
 * What became of an entry of a register, or would.
 *
 * @param row how it is now; null where nothing of that key is there
 */
public record Registered<T>(Outcome outcome, @Nullable T row) {
  /** The ends that an entry can come to. */
  public enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    /** Refused: something active can't be put under a parent that was taken out of use. */
    PARENT_INACTIVE,
    /** Refused: it can't be moved, for what it has there. */
    BOUND_TO_SUBSYSTEM,
    /** Refused: it can't be taken out of use, for what is not done yet. */
    BOUND_TO_USE
  }
}
