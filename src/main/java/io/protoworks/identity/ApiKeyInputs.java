package io.protoworks.identity;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the mutations of API keys take. */
final class ApiKeyInputs {
  private ApiKeyInputs() {}

  record CreateApiKeyInput(String name, List<String> scopes, @Nullable OffsetDateTime expiresAt) {}
}
