package io.protoworks.webhook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts secrets by AES-256-GCM, each with a nonce of its own, and bound to its endpoint: what is
 * copied to another one's row does not open.
 */
@Component
class SecretCipher {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final String KEY_FILE = "webhook-secret.key";

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  @Autowired
  SecretCipher(
      WebhookProperties properties,
      @Value("${protoworks.files.folder:.protoworks/files}") Path filesFolder)
      throws IOException {
    this(
        properties.secretKey() != null
            ? SecretKeys.of(properties.secretKey())
            : SecretKeys.ofFile(
                Objects.requireNonNullElseGet(
                    properties.secretKeyFile(), () -> filesFolder.resolveSibling(KEY_FILE))));
  }

  SecretCipher(SecretKey key) {
    this.key = key;
  }

  /** The secret was encrypted with another key, for another endpoint, or was altered. */
  static final class UnopenedException extends IllegalStateException {
    UnopenedException(GeneralSecurityException cause) {
      super(
          "The endpoint's secret does not open: is protoworks.webhook.secret-key the one that it was"
              + " made with? Rotate it, or bring the key back.",
          cause);
    }
  }

  /** In hexadecimal: nonce, text, tag. */
  String seal(UUID endpointId, byte[] secret) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, endpointId, secret, 0, secret.length);
    return HexFormat.of().formatHex(nonce) + HexFormat.of().formatHex(sealed);
  }

  /**
   * Opens what was sealed for this endpoint.
   *
   * @throws UnopenedException if it does not open
   */
  byte[] open(UUID endpointId, String sealed) {
    byte[] bytes = HexFormat.of().parseHex(sealed);
    byte[] nonce = Arrays.copyOf(bytes, NONCE);
    return apply(Cipher.DECRYPT_MODE, nonce, endpointId, bytes, NONCE, bytes.length - NONCE);
  }

  private byte[] apply(
      int mode, byte[] nonce, UUID endpointId, byte[] text, int offset, int length) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(endpointId.getMostSignificantBits())
              .putLong(endpointId.getLeastSignificantBits())
              .flip());
      return cipher.doFinal(text, offset, length);
    } catch (GeneralSecurityException failure) {
      throw new UnopenedException(failure);
    }
  }
}
