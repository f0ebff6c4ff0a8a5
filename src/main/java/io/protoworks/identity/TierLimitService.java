package io.protoworks.identity;

import io.protoworks.platform.Viewer;
import java.util.List;
import org.springframework.stereotype.Service;

/** The quotas that users have by their tier. Whoever is signed in sees them. */
@Service
public class TierLimitService {
  private final TierLimitMapper limits;

  TierLimitService(TierLimitMapper limits) {
    this.limits = limits;
  }

  /** The most that the viewer may have; without a row in {@code tier_limits} there is no limit. */
  public long limitOf(Viewer viewer, Quota quota) {
    Long value = limits.findByUser(viewer.userId(), quota.limitName());
    return value == null ? Long.MAX_VALUE : value;
  }

  /** A viewer is asked for only so that there is one. */
  List<TierLimit> list(Viewer viewer) {
    return limits.listAll();
  }
}
