package io.protoworks.protocol;

import java.util.List;

/**
 * A step that begins where a protocol stands.
 *
 * @param isAllowed whether the viewer can take it now
 * @param blockers what keeps the viewer from taking it; empty when they can
 */
record AvailableTransition(
    ProtocolTransition transition, boolean isAllowed, List<TransitionBlocker> blockers) {

  static List<AvailableTransition> listOf(ProtocolCase seen) {
    return ProtocolTransition.startingAt(seen.protocol().status()).stream()
        .map(
            transition -> {
              List<TransitionBlocker> blockers = seen.blockers(transition);
              return new AvailableTransition(transition, blockers.isEmpty(), blockers);
            })
        .toList();
  }
}
