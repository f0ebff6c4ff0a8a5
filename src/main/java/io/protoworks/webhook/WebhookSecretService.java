package io.protoworks.webhook;

import io.protoworks.platform.Refused;
import io.protoworks.platform.Rows;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What messages are signed with: made, replaced, and opened for signing. */
@Service
class WebhookSecretService {
  /** So that a header has a bearable length. */
  private static final int MOST_OF_A_KIND = 4;

  private final WebhookSecretMapper secrets;
  private final SecretCipher cipher;
  private final WebhookProperties properties;
  private final Clock clock;

  WebhookSecretService(
      WebhookSecretMapper secrets, SecretCipher cipher, WebhookProperties properties, Clock clock) {
    this.secrets = secrets;
    this.cipher = cipher;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * A new secret.
   *
   * @param shared {@code whsec_…}, the only time that it is known; null for ed25519
   */
  record Made(WebhookSecret secret, @Nullable String shared) {
    @Override
    public String toString() {
      return "Made[%s]".formatted(secret.id());
    }
  }

  List<WebhookSecret> listByEndpointIds(Collection<UUID> endpointIds) {
    return secrets.listByEndpointIds(Rows.keys(endpointIds));
  }

  /** What signs a message now: the keys in use, and those that they replaced not long ago. */
  List<SigningKey> listSigning(UUID endpointId) {
    return secrets.listSigning(endpointId, now()).stream()
        .map(secret -> SigningKey.of(secret.kind(), cipher.open(endpointId, secret.encrypted())))
        .toList();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  Made make(UUID endpointId, WebhookSecretKind kind) {
    SigningKey key = SigningKey.random(kind);
    WebhookSecret made =
        secrets.insert(endpointId, kind, cipher.seal(endpointId, key.bytes()), key.publicKey());
    return new Made(made, key.shared());
  }

  /** A new one; the one before it signs, too, for a while. */
  @Transactional(propagation = Propagation.MANDATORY)
  Made rotate(UUID endpointId, WebhookSecretKind kind) {
    long signing =
        secrets.listByEndpointIds(Rows.keys(endpointId)).stream()
            .filter(secret -> secret.kind() == kind)
            .count();
    if (signing >= MOST_OF_A_KIND) {
      throw Refused.invalid(
          "kind",
          "%d of this kind sign already, because it was rotated often. Wait until one has expired."
              .formatted(signing));
    }
    secrets.expire(endpointId, kind, now().plus(properties.rotation()));
    return make(endpointId, kind);
  }

  int deleteExpired() {
    return secrets.deleteExpired(now());
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
