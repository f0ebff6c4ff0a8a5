package io.protoworks.identity;

import io.protoworks.identity.ApiKeyInputs.CreateApiKeyInput;
import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Texts;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The API keys: how they are made and withdrawn. */
@Service
class ApiKeyService {
  private static final String TYPE = "ApiKey";
  private static final int SHOWN = 60;

  private final ApiKeyMapper apiKeys;
  private final Changes changes;

  ApiKeyService(ApiKeyMapper apiKeys, Changes changes) {
    this.apiKeys = apiKeys;
    this.changes = changes;
  }

  /** A new key; the only time that it is known. */
  record Created(ApiKey apiKey, String key) {
    @Override
    public String toString() {
      return "Created[%s]".formatted(apiKey.id());
    }
  }

  @Transactional
  Created create(Viewer viewer, CreateApiKeyInput input) {
    AccountScope.requireSession(viewer);
    String[] scopes = scopes(viewer, input);
    long limit = apiKeys.lockLimit(viewer.userId());
    if (apiKeys.countLive(viewer.userId()) >= limit) {
      throw new Refused(AccessErrors.tooManyApiKeys(limit));
    }
    String key = ApiKeys.random();
    ApiKey created =
        apiKeys.insert(viewer.userId(), input, scopes, Secrets.hash(key), ApiKeys.hint(key));
    changes.record(viewer, Change.created(TYPE, created.id(), null, created));
    return new Created(created, key);
  }

  @Transactional
  ApiKey revoke(Viewer viewer, RevokeInput<ApiKey> input) {
    AccountScope.requireSession(viewer);
    ApiKey before = apiKeys.lockById(AccountScope.of(viewer), input.id().uuid());
    if (before == null) {
      throw Refused.unknown("id", "API key");
    }
    if (before.revokedAt() != null) {
      return before;
    }
    ApiKey after = apiKeys.revoke(before.id());
    changes.record(
        viewer, Change.of(Change.Action.DELETE, TYPE, "revoked", after.id(), null, before, after));
    return after;
  }

  /** Withdraws all keys of a user, in the transaction that is the reason. */
  @Transactional
  void revokeAll(Viewer viewer, UUID userId) {
    for (ApiKey after : apiKeys.revokeByUserId(userId)) {
      changes.record(
          viewer, Change.of(Change.Action.DELETE, TYPE, "revoked", after.id(), null, null, after));
    }
  }

  List<ApiKey> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return apiKeys.listVisibleByIds(AccountScope.of(viewer), ids.toArray(UUID[]::new));
  }

  List<ApiKey> listByUserIds(
      Viewer viewer, Collection<UUID> userIds, AccessQuery query, Page page) {
    return apiKeys.listByUserIds(
        AccountScope.of(viewer), userIds.toArray(UUID[]::new), query.ended(), page);
  }

  Map<UUID, Integer> countByUserIds(Viewer viewer, Collection<UUID> userIds, AccessQuery query) {
    return ParentCount.byParent(
        apiKeys.countByUserIds(
            AccountScope.of(viewer), userIds.toArray(UUID[]::new), query.ended()));
  }

  /** The scopes that are asked for, each once; a key gets no permission that its user lacks. */
  private static String[] scopes(Viewer viewer, CreateApiKeyInput input) {
    for (String scope : input.scopes()) {
      if (!viewer.may(scope)) {
        throw Refused.invalid(
            "scopes",
            "You don't have the permission “%s”, so a key of yours can't have it."
                .formatted(Texts.abbreviate(scope, SHOWN)));
      }
    }
    return input.scopes().stream().distinct().sorted().toArray(String[]::new);
  }
}
