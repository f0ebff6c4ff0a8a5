/**
 * What people look at first: how far each subsystem is at each stage, how old what is wrong is, how
 * the work goes against the plan, and what waits for whom.
 *
 * <p>Nouns: {@link io.protoworks.dashboard.CompletionMatrixRow}, {@link
 * io.protoworks.dashboard.PendencyAgingRow}, {@link io.protoworks.dashboard.ProgressCurveWeek},
 * {@link io.protoworks.dashboard.WaitingRow}.
 *
 * <p>Invariants: it keeps nothing and counts nothing, but reads what the triggers of {@code
 * completion}, {@code protocol} and {@code pendency} have counted in the transaction of each
 * change, so that an answer costs as much for a large plant as it has lines. What is counted is
 * everybody's: only who has the project open sees it, and a supplier nothing.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "identity",
      "plant",
      "template",
      "completion",
      "protocol",
      "pendency"
    })
@NullMarked
package io.protoworks.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
