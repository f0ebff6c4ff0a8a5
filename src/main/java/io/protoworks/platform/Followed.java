package io.protoworks.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that people and integrators follow: what happens to it is an event, beside its record in
 * the audit.
 */
public interface Followed {
  /** The word for how it stands, for its events. */
  String stateNow();

  /** The protocol that it is, or hangs on; as a rule there is none. */
  default @Nullable UUID followedProtocol() {
    return null;
  }

  /** The subsystem that it is in; null where only whoever records the change knows. */
  default @Nullable UUID followedSubsystem() {
    return null;
  }
}
