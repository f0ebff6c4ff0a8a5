package io.protoworks.identity;

import io.protoworks.platform.Viewer;
import org.springframework.stereotype.Service;

/** The quotas that users have by their tier. */
@Service
public class TierLimits {
  private final TierLimitMapper limits;

  TierLimits(TierLimitMapper limits) {
    this.limits = limits;
  }

  /** The most that the viewer may have; without a row in {@code tier_limits} there is no limit. */
  public long of(Viewer viewer, TierLimit limit) {
    Long value = limits.findByUser(viewer.userId(), limit.limitName());
    return value == null ? Long.MAX_VALUE : value;
  }
}
