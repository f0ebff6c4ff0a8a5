package io.protoworks.identity;

import io.protoworks.platform.Viewer;
import java.util.List;
import org.springframework.stereotype.Service;

/** The quotas, as the database keeps them. Whoever is signed in sees them. */
@Service
class TierLimitService {
  private final TierLimitMapper limits;

  TierLimitService(TierLimitMapper limits) {
    this.limits = limits;
  }

  /** A viewer is asked for only so that there is one. */
  List<TierLimit> list(Viewer viewer) {
    return limits.listAll();
  }
}
