package io.protoworks.intake;

import io.protoworks.platform.Json;
import java.util.UUID;

/** An import to be. */
record ImportDraft(
    UUID projectId,
    UUID uploadId,
    String fileName,
    String filePath,
    ImportMode mode,
    boolean dryRun,
    Json mapping,
    Json options,
    UUID createdBy) {}
