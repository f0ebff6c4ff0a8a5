package io.protoworks.completion;

import java.util.List;

/**
 * Is told of gates that moved, in the transaction that moved them and with their subsystems locked.
 * What it records is followed, too.
 */
@FunctionalInterface
public interface GateListener {
  void moved(List<GateMove> moves);
}
