package io.protoworks.attachment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Signs what an address says (HMAC-SHA256), so that only we can make a valid one. */
@Component
class LinkSigner {
  private static final Logger LOG = LoggerFactory.getLogger(LinkSigner.class);
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MINIMUM_SECRET = 32;

  private final SecretKeySpec key;

  LinkSigner(FileProperties properties) {
    key = new SecretKeySpec(secret(properties), ALGORITHM);
  }

  /** A signature of 43 characters that are safe in addresses. */
  String sign(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  boolean isValid(String text, String signature) {
    return MessageDigest.isEqual(
        sign(text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] secret(FileProperties properties) {
    if (properties.linkSecret() == null) {
      LOG.info(
          "No protoworks.files.link-secret: addresses of files are valid on this node until it stops.");
      byte[] random = new byte[MINIMUM_SECRET];
      new SecureRandom().nextBytes(random);
      return random;
    }
    byte[] bytes = properties.linkSecret().getBytes(StandardCharsets.UTF_8);
    if (bytes.length < MINIMUM_SECRET) {
      throw new IllegalStateException(
          "protoworks.files.link-secret must have %d bytes or more.".formatted(MINIMUM_SECRET));
    }
    return bytes;
  }
}
