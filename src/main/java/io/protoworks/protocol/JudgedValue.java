package io.protoworks.protocol;

import io.protoworks.platform.Json;
import java.util.UUID;

/** A value that an item can take, and what the server judged of it. */
record JudgedValue(
    UUID itemId, Json json, ItemOutcome outcome, boolean needsPendency, boolean needsPhoto) {}
