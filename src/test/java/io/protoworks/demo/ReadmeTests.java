package io.protoworks.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.testing.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Does what the README says, word for word, against the demo plant. */
@DemoTest
class ReadmeTests {
  private static final Path README = Path.of("README.md");
  private static final Pattern SNIPPET = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final String ADDRESS = "http://localhost:8080";
  private static final int MOST_LINES = 150;

  @Autowired Api api;

  @Test
  void isShort() throws IOException {
    assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(MOST_LINES);
  }

  @Test
  void leadsWithItsTwoCommands() throws IOException {
    assertThat(snippets("bash").subList(0, 2))
        .containsExactly("mvn spring-boot:run\n", "mvn verify\n");
  }

  @Test
  void everyQueryHasAnAnswer() throws IOException {
    String token =
        api.anonymous()
            .document("mutation($input: LoginInput!) { login(input: $input) { accessToken } }")
            .variable(
                "input",
                Map.of("email", "manager@gerenciadora.example", "password", DemoPlant.PASSWORD))
            .execute()
            .path("login.accessToken")
            .entity(String.class)
            .get();
    for (String query : snippets("graphql")) {
      api.as(token).document(query).execute().path("*").hasValue();
    }
  }

  @Test
  void theImportGoesAsItSays() throws Exception {
    String script =
        snippets("bash").stream()
            .filter(snippet -> !snippet.startsWith("mvn "))
            .collect(Collectors.joining("\n"))
            .replace(ADDRESS, api.uri("").toString());
    Process bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script).start();
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String complaints = new String(bash.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(bash.exitValue()).as(output + complaints).isZero();
    assertThat(output)
        .contains("\"field\":\"TAG_ID\",\"column\":\"TAG_NAME\"")
        .contains("\"totalRows\":87,\"createdRows\":84,\"changedRows\":0,\"unchangedRows\":0")
        .contains("\"totalRows\":87,\"createdRows\":0,\"changedRows\":0,\"unchangedRows\":84")
        .contains(refused(42) + "," + refused(59) + "," + refused(73))
        .contains("\"application\":\"WATER INJECTION PUMP A BEARING, MOTOR NON DRIVE END\"")
        .contains(
            "{\"code\":\"29131\",\"system\":{\"code\":\"29\",\"area\":{\"code\":\"U-410\","
                + "\"project\":{\"code\":\"DEMO\"}}}}")
        .contains("area_code,area_name,system_code");
  }

  private static String refused(int row) {
    return "{\"rowNumber\":%d,\"columnName\":\"TAG_NAME\",\"reason\":\"%s\"}"
        .formatted(
            row, "Every row needs the tag, and this one has none: fill it in, or delete the row.");
  }

  private static List<String> snippets(String language) throws IOException {
    return SNIPPET
        .matcher(Files.readString(README))
        .results()
        .filter(snippet -> snippet.group(1).equals(language))
        .map(snippet -> snippet.group(2))
        .toList();
  }
}
