package io.protoworks.identity;

import io.protoworks.platform.Viewer;
import java.util.List;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class TierLimitController {
  private final TierLimitService limits;

  TierLimitController(TierLimitService limits) {
    this.limits = limits;
  }

  @QueryMapping
  List<TierLimit> tierLimits(Viewer viewer) {
    return limits.list(viewer);
  }
}
