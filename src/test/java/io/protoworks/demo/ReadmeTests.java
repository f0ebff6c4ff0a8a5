package io.protoworks.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.testing.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Does what the README says, word for word, against the demo plant. */
@DemoTest
class ReadmeTests {
  private static final Path README = Path.of("README.md");
  private static final Pattern SNIPPET = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Path PROTOCOL = Path.of("src/main/graphiql/src/protocol.graphql");
  private static final Pattern OPERATION =
      Pattern.compile("# (\\S+@[a-z.]+)[^\\n]*\\nmutation (\\w+)");
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
    String token = token("manager@gerenciadora.example");
    for (String query : snippets("graphql")) {
      api.as(token).document(query).execute().path("*").hasValue();
    }
  }

  /** One operation after the other, by whom the comment before it names. */
  @Test
  void theProtocolIsPlayedThroughAsItSays() throws IOException {
    String document = Files.readString(PROTOCOL);
    assertThat(Files.readString(README)).contains("(%s)".formatted(PROTOCOL));
    assertThat(look(document).path("status").asString()).isEqualTo("CREATED");
    for (MatchResult operation : OPERATION.matcher(document).results().toList()) {
      int times = operation.group(2).equals("Fill") ? 2 : 1;
      for (int item = 0; item < times; item++) {
        JsonNode answer =
            api.ask(
                token(operation.group(1)),
                document,
                variables(look(document), item),
                operation.group(2));
        assertThat(answer.path("errors")).as("%s", answer).isEmpty();
        assertThat(answer.findValues("errors")).allMatch(JsonNode::isEmpty);
      }
    }
    assertThat(look(document).path("status").asString()).isEqualTo("FINALIZED");
  }

  private JsonNode look(String document) {
    return api.ask(token("engineering@gerenciadora.example"), document, Map.of(), "Look")
        .at("/data/protocol");
  }

  private static Map<String, Object> variables(JsonNode protocol, int item) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("id", protocol.path("id").asString());
    variables.put("version", protocol.path("version").asInt());
    List<JsonNode> items = protocol.path("items").valueStream().toList();
    variables.put("items", items.stream().map(each -> each.path("id").asString()).toList());
    if (item < items.size()) {
      variables.put("item", items.get(item).path("id").asString());
      variables.put("itemVersion", items.get(item).path("version").asInt());
    }
    return variables;
  }

  private String token(String email) {
    return api.signIn(email, DemoPlant.PASSWORD);
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
