package io.protoworks.identity;

import io.protoworks.identity.ApiKeyInputs.CreateApiKeyInput;
import io.protoworks.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class ApiKeyController {
  private final ApiKeyService apiKeys;

  ApiKeyController(ApiKeyService apiKeys) {
    this.apiKeys = apiKeys;
  }

  record CreateApiKeyPayload(ApiKey apiKey, String key) {
    @Override
    public String toString() {
      return "CreateApiKeyPayload[%s]".formatted(apiKey.id());
    }
  }

  record ApiKeyPayload(ApiKey apiKey) {}

  @MutationMapping
  CreateApiKeyPayload createApiKey(@Argument CreateApiKeyInput input, Viewer viewer) {
    ApiKeyService.Created created = apiKeys.create(viewer, input);
    return new CreateApiKeyPayload(created.apiKey(), created.key());
  }

  @MutationMapping
  ApiKeyPayload revokeApiKey(@Argument RevokeInput<ApiKey> input, Viewer viewer) {
    return new ApiKeyPayload(apiKeys.revoke(viewer, input));
  }
}
