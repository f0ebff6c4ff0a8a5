package io.protoworks.protocol;

import java.util.List;
import java.util.UUID;

/** What keeps a protocol from a step, and what to do about it. */
public sealed interface TransitionBlocker {
  BlockerCode code();

  /** What is wrong and what to do next, for a person. */
  String message();

  /** A condition of the protocol or the viewer as a whole. */
  record ConditionBlocker(BlockerCode code, String message) implements TransitionBlocker {}

  /** Items, the first of them by their ids. */
  record ItemsBlocker(BlockerCode code, String message, List<UUID> itemIds, int itemCount)
      implements TransitionBlocker {
    private static final int SHOWN = 100;

    static ItemsBlocker of(BlockerCode code, String message, List<UUID> items) {
      return new ItemsBlocker(
          code, message, items.subList(0, Math.min(SHOWN, items.size())), items.size());
    }
  }

  /** Open pendencies of the protocol. */
  record PendenciesBlocker(
      BlockerCode code, String message, UUID protocolId, int openPa, int openPb, int openPc)
      implements TransitionBlocker {}

  /** The gate that guards the protocol's stage. */
  record ClosedGateBlocker(BlockerCode code, String message, UUID gateId)
      implements TransitionBlocker {}
}
