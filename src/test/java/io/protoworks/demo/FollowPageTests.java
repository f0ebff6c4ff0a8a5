package io.protoworks.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.testing.Api;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Does what the page for integrators says, word for word, against the demo plant. */
@DemoTest
class FollowPageTests {
  private static final Path PAGE = Path.of("src/docs/follow.md");
  private static final Path EXAMPLE = Path.of("src/docs/examples/follow");
  private static final Pattern SNIPPET = Pattern.compile("(?ms)^```bash\\n(.*?)^```$");
  private static final String ADDRESS = "http://localhost:8080";
  private static final String TOLD = "pendency.commented";

  @Autowired Api api;
  @TempDir Path folder;

  private @Nullable Process started;

  @AfterEach
  void stop() {
    if (started != null) {
      started.descendants().forEach(ProcessHandle::destroyForcibly);
      started.destroyForcibly();
    }
  }

  private String snippet(int number) throws IOException {
    return SNIPPET
        .matcher(Files.readString(PAGE))
        .results()
        .map(snippet -> snippet.group(1))
        .toList()
        .get(number)
        .replace(ADDRESS, api.uri("").toString());
  }

  private BufferedReader run(String script) throws IOException {
    Process running =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
            .redirectErrorStream(true)
            .start();
    started = running;
    return running.inputReader();
  }

  /**
   * What a person says is told; said again until it is, since nobody knows when a script listens.
   */
  private String told(BufferedReader output) throws Exception {
    CompletableFuture<String> told =
        CompletableFuture.supplyAsync(
            () -> output.lines().filter(line -> line.contains(TOLD)).findFirst().orElse("nothing"),
            Thread::startVirtualThread);
    for (int attempt = 0; attempt < 120 && !told.isDone(); attempt++) {
      comment();
      try {
        return told.get(1, TimeUnit.SECONDS);
      } catch (java.util.concurrent.TimeoutException notYet) {
        // Once more.
      }
    }
    return told.get(1, TimeUnit.SECONDS);
  }

  private void comment() {
    comment("Seen on site");
  }

  private void comment(String words) {
    String token = api.signIn("engineering@gerenciadora.example", DemoPlant.PASSWORD);
    JsonNode pendency =
        api.ask(
                token,
                "{ project(code: \"DEMO\") { pendencies(first: 1, filter: {status: OPEN}) { nodes { id } } } }",
                Map.of())
            .at("/data/project/pendencies/nodes/0/id");
    JsonNode answer =
        api.ask(
            token,
            "mutation($input: CommentPendencyInput!) { commentPendency(input: $input) { errors { message } } }",
            Map.of("input", Map.of("id", pendency.asString(), "comment", words)));
    assertThat(answer.at("/data/commentPendency/errors")).as("%s", answer).isEmpty();
  }

  @Test
  void eventsComeToAShell() throws Exception {
    assertThat(told(run(snippet(0)))).startsWith("data:").contains("\"state\":", "\"cursor\":");
  }

  @Test
  void aPersonIsToldWhatConcernsThem() throws Exception {
    String signIn = snippet(0).replaceFirst("(?s)curl -sS -N.*", "");
    BufferedReader output = run(signIn + snippet(3));
    assertThat(next(output, "unreadNotifications")).contains("\"nodes\":[");
    int before = unread(next(output, "data:"));
    comment("Have you seen it, @client@cliente.example?");
    assertThat(unread(next(output, "data:"))).isEqualTo(before + 1);
  }

  private static int unread(String event) {
    return Integer.parseInt(event.replaceFirst(".*\"unreadNotifications\":(\\d+).*", "$1"));
  }

  @Test
  void eventsAreSentToAReceiver() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    copyExample();
    String receiver =
        "PORT=%d SECRET=%s".formatted(port, endpoint("http://localhost:%d/".formatted(port)));
    BufferedReader output =
        run(
            snippet(2)
                .replace("cd " + EXAMPLE, "cd " + folder)
                .replace("SECRET=whsec_…", receiver));
    assertThat(next(output, "ready")).isEqualTo("ready");
    comment();
    assertThat(next(output, TOLD)).contains("{\"cursor\":");
  }

  private static String next(BufferedReader output, String word) {
    return output.lines().filter(line -> line.contains(word)).findFirst().orElse("nothing");
  }

  private String endpoint(String url) {
    String token = api.signIn("manager@gerenciadora.example", DemoPlant.PASSWORD);
    String project =
        api.ask(token, "{ project(code: \"DEMO\") { id } }").at("/data/project/id").asString();
    JsonNode answer =
        api.ask(
            token,
            """
            mutation($input: CreateWebhookEndpointInput!) {
              createWebhookEndpoint(input: $input) { secret errors { message } }
            }
            """,
            Map.of("input", Map.of("projectId", project, "url", url)));
    assertThat(answer.at("/data/createWebhookEndpoint/errors")).as("%s", answer).isEmpty();
    return answer.at("/data/createWebhookEndpoint/secret").asString();
  }

  private void copyExample() throws IOException {
    for (String file : List.of("package.json", "package-lock.json", "follow.mjs", "receive.mjs")) {
      Files.copy(EXAMPLE.resolve(file), folder.resolve(file));
    }
  }

  @Test
  void eventsComeToAProgramWhichGoesOnWhereItWas() throws Exception {
    copyExample();
    String signIn = snippet(0).substring(0, snippet(0).indexOf("PROJECT="));
    String script = signIn + snippet(1).replace("cd " + EXAMPLE, "cd " + folder);
    assertThat(told(run(script))).contains("pendency.commented OPEN pendency_");
    stop();
    comment();
    // Not said again: it was said while nobody listened.
    assertThat(next(run(script.replace("npm ci\n", "")), TOLD))
        .contains("pendency.commented OPEN pendency_");
  }
}
