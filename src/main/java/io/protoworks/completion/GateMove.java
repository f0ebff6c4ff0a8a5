package io.protoworks.completion;

import io.protoworks.platform.Row;

/** A gate that opened or closed. */
public record GateMove(Gate before, Gate after) implements Row {
  public boolean isOpening() {
    return after.isOpen();
  }
}
