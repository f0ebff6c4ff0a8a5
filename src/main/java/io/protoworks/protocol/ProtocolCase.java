package io.protoworks.protocol;

import io.protoworks.plant.ProjectStanding;
import java.util.List;

/**
 * A protocol with all that the rules ask: held still until the transaction ends, where it was
 * opened to be changed.
 */
record ProtocolCase(Protocol protocol, ProtocolFacts facts, ProjectStanding standing) {

  List<TransitionBlocker> blockers(ProtocolTransition transition) {
    return ProtocolRules.blockers(transition, protocol, facts, standing);
  }
}
