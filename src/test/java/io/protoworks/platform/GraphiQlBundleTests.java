package io.protoworks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The built page of GraphiQL is committed, since it must be served where there is no Node. This
 * tells when it is not what its sources were built into; {@code scripts/manifest.mjs} beside the
 * sources says how the digests are made.
 */
class GraphiQlBundleTests {
  private static final Path SOURCES = Path.of("src/main/graphiql");
  private static final Path OUTPUT = Path.of("src/main/resources/static/graphiql");
  private static final String MANIFEST = "bundle.sha256";

  @Test
  void thePageIsWhatItsSourcesWereBuiltInto() throws Exception {
    assertThat(Files.readAllLines(SOURCES.resolve(MANIFEST)))
        .as("build it anew: npm ci && npm run build, in " + SOURCES)
        .containsExactly(digest(SOURCES) + "  sources", digest(OUTPUT) + "  output");
  }

  private static String digest(Path folder) throws IOException, NoSuchAlgorithmException {
    StringBuilder lines = new StringBuilder();
    for (String path : pathsBelow(folder)) {
      lines
          .append(path)
          .append('\0')
          .append(sha256(Files.readAllBytes(folder.resolve(path))))
          .append('\n');
    }
    return sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> pathsBelow(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(path -> !path.equals(MANIFEST) && !path.startsWith("node_modules/"))
          .sorted()
          .toList();
    }
  }

  private static String sha256(byte[] content) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
