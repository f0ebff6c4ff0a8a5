package io.protoworks.webhook;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the key that encrypts secrets comes from: a property, or a file that is made once. */
final class SecretKeys {
  private static final Logger LOG = LoggerFactory.getLogger(SecretKeys.class);
  private static final int BYTES = 32;

  private SecretKeys() {}

  /** The key that a property holds. */
  static SecretKey of(String base64) {
    byte[] key = decoded(base64);
    if (key.length != BYTES) {
      throw new IllegalStateException(
          "protoworks.webhook.secret-key must be %d bytes in base 64.".formatted(BYTES));
    }
    return new SecretKeySpec(key, "AES");
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException malformed) {
      return new byte[0];
    }
  }

  /** The key of a file that only its owner reads, made if it is not there. */
  static SecretKey ofFile(Path file) throws IOException {
    if (!Files.exists(file)) {
      make(file);
    }
    return of(Files.readString(file));
  }

  /**
   * Written whole beside its place and then moved there; whoever comes second takes the first's.
   */
  private static void make(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
    Files.createDirectories(folder);
    Path draft = createPrivate(folder);
    try {
      Files.writeString(draft, Base64.getEncoder().encodeToString(key));
      Files.createLink(file, draft);
      LOG.info(
          "No protoworks.webhook.secret-key: secrets of webhooks are encrypted with a key of this"
              + " node, kept in {}. Other nodes need the same, and a backup needs it, too.",
          file);
    } catch (FileAlreadyExistsException madeMeanwhile) {
      LOG.debug("The key was made by another start meanwhile.", madeMeanwhile);
    } catch (UnsupportedOperationException noLinks) {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
      Arrays.fill(key, (byte) 0);
    }
  }

  private static Path createPrivate(Path folder) throws IOException {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? Files.createTempFile(
            folder,
            "webhook",
            ".key",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        : Files.createTempFile(folder, "webhook", ".key");
  }
}
