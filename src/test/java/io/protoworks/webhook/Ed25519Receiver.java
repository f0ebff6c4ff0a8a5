package io.protoworks.webhook;

import io.protoworks.webhook.Receiver.Received;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/**
 * Checks {@code v1a} signatures as a receiver does, by the JDK and the public key's bytes alone.
 */
final class Ed25519Receiver {
  private Ed25519Receiver() {}

  static boolean accepts(String publicKey, Received message) throws GeneralSecurityException {
    return accepts(publicKey, message, message.body());
  }

  static boolean accepts(String publicKey, Received message, String body)
      throws GeneralSecurityException {
    byte[] signed =
        "%s.%d.%s"
            .formatted(message.id(), message.timestamp(), body)
            .getBytes(StandardCharsets.UTF_8);
    for (String signature : message.signatures("v1a")) {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key(publicKey));
      check.update(signed);
      if (check.verify(Base64.getDecoder().decode(signature.substring("v1a,".length())))) {
        return true;
      }
    }
    return false;
  }

  /** Little-endian y, and in its highest bit whether x is odd (RFC 8032). */
  private static PublicKey key(String publicKey) throws GeneralSecurityException {
    byte[] raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
    byte[] y = new byte[raw.length];
    for (int index = 0; index < raw.length; index++) {
      y[index] = raw[raw.length - 1 - index];
    }
    boolean isXOdd = (y[0] & 0x80) != 0;
    y[0] &= 0x7f;
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(
            new EdECPublicKeySpec(
                NamedParameterSpec.ED25519, new EdECPoint(isXOdd, new BigInteger(1, y))));
  }
}
