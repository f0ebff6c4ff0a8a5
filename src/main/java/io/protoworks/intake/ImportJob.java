package io.protoworks.intake;

import io.protoworks.platform.Json;
import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One import of one register: what came, how it is read, and what became of its rows. */
public record ImportJob(
    UUID id,
    UUID projectId,
    UUID uploadId,
    String fileName,
    String filePath,
    ImportMode mode,
    boolean dryRun,
    Json mapping,
    Json options,
    ImportStatus status,
    @Nullable Integer totalRows,
    int processedRows,
    int createdRows,
    int changedRows,
    int unchangedRows,
    int errorRows,
    @Nullable String failure,
    @Nullable OffsetDateTime startedAt,
    @Nullable OffsetDateTime completedAt,
    int version,
    UUID createdBy,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt)
    implements Row {

  /** Rows that are in the plant as they are in the file. */
  public int successRows() {
    return createdRows + changedRows + unchangedRows;
  }

  /** Whether its good rows go in only if all are good. */
  boolean isAtomic() {
    return mode == ImportMode.ALL_OR_NOTHING && !dryRun;
  }
}
