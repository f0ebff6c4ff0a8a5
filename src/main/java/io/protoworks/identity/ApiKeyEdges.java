package io.protoworks.identity;

import io.protoworks.platform.Graph;
import io.protoworks.platform.GraphModule;
import org.springframework.stereotype.Component;

@Component
class ApiKeyEdges implements GraphModule {
  private static final String TYPE = "ApiKey";

  private final ApiKeyService apiKeys;
  private final UserService users;

  ApiKeyEdges(ApiKeyService apiKeys, UserService users) {
    this.apiKeys = apiKeys;
    this.users = users;
  }

  @Override
  public void declare(Graph graph) {
    graph.node(ApiKey.class, TYPE, ApiKey::id, apiKeys::listVisibleByIds);
    graph.one(TYPE, "user", ApiKey::userId, (viewer, ids) -> users.listByIds(ids), User::id);
    graph.connection(
        "User",
        "apiKeys",
        User::id,
        AccessQuery.class,
        new Graph.Paging<>(
            AccessQuery::page, query -> AccessQuery.place(ApiKey::createdAt, ApiKey::id)),
        apiKeys::listByUserIds,
        ApiKey::userId,
        apiKeys::countByUserIds);
  }
}
