package io.protoworks.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets at rest open only with their key, at their endpoint, and as they were kept. */
class SecretCipherTests {
  private static final UUID ENDPOINT = UUID.randomUUID();
  private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private static SecretCipher cipher(int seed) {
    byte[] key = new byte[32];
    key[0] = (byte) seed;
    return new SecretCipher(new SecretKeySpec(key, "AES"));
  }

  @Test
  void opensWhatItSealedAndSealsNothingTwiceAlike() {
    String one = cipher(1).seal(ENDPOINT, SECRET);
    assertThat(cipher(1).open(ENDPOINT, one)).isEqualTo(SECRET);
    assertThat(cipher(1).seal(ENDPOINT, SECRET)).isNotEqualTo(one);
    assertThat(one).doesNotContain(HexFormat.of().formatHex(SECRET));
  }

  @Test
  void doesNotOpenElsewhereOrWithAnotherKeyOrAltered() {
    String secret = cipher(1).seal(ENDPOINT, SECRET);
    String altered = secret.substring(0, secret.length() - 1) + (secret.endsWith("0") ? "1" : "0");
    assertThatThrownBy(() -> cipher(1).open(UUID.randomUUID(), secret))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> cipher(2).open(ENDPOINT, secret))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> cipher(1).open(ENDPOINT, altered))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aKeyIsMadeOnceForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("keys/webhook-secret.key");
    SecretKey made = SecretKeys.ofFile(file);
    assertThat(SecretKeys.ofFile(file)).isEqualTo(made);
    assertThat(made.getEncoded()).hasSize(32);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (var files = Files.list(folder.resolve("keys"))) {
      assertThat(files).containsExactly(file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "c2hvcnQ=", "no base 64 at all !!!"})
  void aWrongKeyIsRefusedAtTheStart(String key) {
    assertThatThrownBy(() -> SecretKeys.of(key))
        .hasMessageContaining("protoworks.webhook.secret-key");
  }
}
