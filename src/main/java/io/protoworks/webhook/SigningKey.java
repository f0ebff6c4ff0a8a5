package io.protoworks.webhook;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs messages as Standard Webhooks has it: {@code v1} by HMAC, {@code v1a} by ed25519. */
final class SigningKey {
  private static final String HMAC = "HmacSHA256";
  private static final String ED25519 = "Ed25519";

  /** Between the 24 and 64 bytes that the specification allows. */
  private static final int HMAC_BYTES = 32;

  private static final int PUBLIC_BYTES = 32;

  private final WebhookSecretKind kind;
  private final byte[] bytes;
  private final @Nullable String publicKey;

  private SigningKey(WebhookSecretKind kind, byte[] bytes, @Nullable String publicKey) {
    this.kind = kind;
    this.bytes = bytes;
    this.publicKey = publicKey;
  }

  static SigningKey random(WebhookSecretKind kind) {
    if (kind == WebhookSecretKind.HMAC) {
      byte[] secret = new byte[HMAC_BYTES];
      new SecureRandom().nextBytes(secret);
      return new SigningKey(kind, secret, null);
    }
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
      // The key itself stands last in its X.509 form.
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] raw = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
      return new SigningKey(kind, pair.getPrivate().getEncoded(), "whpk_" + base64(raw));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The one that was kept. */
  static SigningKey of(WebhookSecretKind kind, byte[] bytes) {
    return new SigningKey(kind, bytes, null);
  }

  WebhookSecretKind kind() {
    return kind;
  }

  /** To be encrypted and kept. */
  byte[] bytes() {
    return bytes.clone();
  }

  /** What the receiver needs and everybody may know; only of a new ed25519 key. */
  @Nullable String publicKey() {
    return publicKey;
  }

  /** What the receiver needs and nobody else may know; a private key is never given out. */
  @Nullable String shared() {
    return kind == WebhookSecretKind.HMAC ? "whsec_" + base64(bytes) : null;
  }

  /** The signature as the header has it. */
  String sign(byte[] message) {
    try {
      return switch (kind) {
        case HMAC -> {
          Mac mac = Mac.getInstance(HMAC);
          mac.init(new SecretKeySpec(bytes, HMAC));
          yield "v1," + base64(mac.doFinal(message));
        }
        case ED25519 -> {
          Signature signature = Signature.getInstance(ED25519);
          signature.initSign(
              KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(bytes)));
          signature.update(message);
          yield "v1a," + base64(signature.sign());
        }
      };
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
