package io.protoworks.intake;

import io.protoworks.platform.Row;
import io.protoworks.register.RegisterProblemCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a row of an import was refused; a row can have several.
 *
 * @param ordinal counts the errors of a row, from 1 on
 */
public record ImportRowError(
    UUID jobId,
    long rowNumber,
    int ordinal,
    @Nullable String columnName,
    @Nullable String value,
    RegisterProblemCode code,
    String reason)
    implements Row {}
