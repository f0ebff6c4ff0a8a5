package io.protoworks.dashboard;

import io.protoworks.platform.Row;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A week of a project's S-curve: what was planned and done in it, and until its end.
 *
 * @param week the Monday that it begins with
 */
public record ProgressCurveWeek(
    UUID projectId, LocalDate week, int planned, int done, int plannedTotal, int doneTotal)
    implements Row {}
