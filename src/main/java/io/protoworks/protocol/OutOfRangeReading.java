package io.protoworks.protocol;

import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reading beyond the limits of its point, as the template item sets them.
 *
 * @param position its place among the readings of the item, from 1 on
 * @param number as it was measured and written
 */
record OutOfRangeReading(
    UUID protocolItemId,
    int position,
    String point,
    String number,
    @Nullable String unit,
    @Nullable String min,
    @Nullable String max,
    OffsetDateTime readAt,
    UUID readBy)
    implements Row {}
