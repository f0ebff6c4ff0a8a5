package io.protoworks.webhook;

/** How messages are signed. */
public enum WebhookSecretKind {
  /** With a secret that the receiver has, too. */
  HMAC,
  /** With a private key; the receiver has the public one. */
  ED25519
}
