package io.protoworks.identity;

import io.protoworks.platform.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who a token or key stands for at this moment, and what they may do. */
record ViewerRow(UUID userId, @Nullable UUID sessionId, List<String> permissions) implements Row {}
