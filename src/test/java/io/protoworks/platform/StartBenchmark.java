package io.protoworks.platform;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.springframework.util.FileSystemUtils;

/**
 * How long the application takes to start on data that is there: the packaged one beside a running
 * PostgreSQL, and the one that brings its own. No test, since a shared machine has no times to
 * assert:
 *
 * <pre>mvn package -DskipTests exec:exec@start-benchmark</pre>
 */
final class StartBenchmark {
  private static final int STARTS = 5;
  private static final Path FOLDER = Path.of("target/start-benchmark");
  private static final String STARTED = "Started ProtoWorks";
  private static final String JAVA = ProcessHandle.current().info().command().orElseThrow();

  /** Seconds from the start of the process. */
  private record Times(double started, double answered) {}

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> command;

  private StartBenchmark(List<String> command) {
    this.command = command;
  }

  public static void main(String[] arguments) throws Exception {
    FileSystemUtils.deleteRecursively(FOLDER);
    try (EmbeddedDatabase database = new EmbeddedDatabase(FOLDER.resolve("server"))) {
      List<String> packaged =
          List.of(
              JAVA,
              "-jar",
              arguments[0],
              "--spring.datasource.url=" + database.jdbcUrl(),
              "--spring.datasource.username=postgres",
              "--spring.datasource.password=",
              "--protoworks.files.folder=" + FOLDER.resolve("files"));
      new StartBenchmark(packaged).run("java -jar, PostgreSQL is running");
    }
    List<String> embedded =
        List.of(
            JAVA,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPathWithoutTests(),
            "io.protoworks.ProtoWorks",
            "--protoworks.embedded-database.folder=" + FOLDER.resolve("embedded"),
            "--protoworks.files.folder=" + FOLDER.resolve("files"));
    new StartBenchmark(embedded).run("with the embedded PostgreSQL");
  }

  private static String classPathWithoutTests() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void run(String label) throws Exception {
    System.out.println(label);
    print("first start, makes the schema", start());
    List<Times> measured = new ArrayList<>();
    for (int count = 1; count <= STARTS; count++) {
      measured.add(start());
      print("start " + count, measured.getLast());
    }
    print("median", new Times(median(measured, Times::started), median(measured, Times::answered)));
  }

  private Times start() throws Exception {
    int port = freePort();
    List<String> withPort = new ArrayList<>(command);
    withPort.add("--server.port=" + port);
    long begin = System.nanoTime();
    Path output = FOLDER.resolve("output.log");
    Process process =
        new ProcessBuilder(withPort)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      waiting().until(() -> hasStarted(process, output));
      double started = secondsSince(begin);
      waiting().until(() -> answers(port));
      return new Times(started, secondsSince(begin));
    } finally {
      process.destroy();
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    }
  }

  private static ConditionFactory waiting() {
    return await()
        .atMost(Duration.ofMinutes(2))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10));
  }

  private static boolean hasStarted(Process process, Path output) throws IOException {
    String seen = Files.readString(output);
    if (!process.isAlive()) {
      throw new IllegalStateException(seen);
    }
    return seen.contains(STARTED);
  }

  private boolean answers(int port) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:%d/graphql".formatted(port)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"{ viewer { id } }\"}"))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body().contains("viewer");
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static double median(List<Times> measured, ToDoubleFunction<Times> time) {
    double[] sorted = measured.stream().mapToDouble(time).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void print(String label, Times times) {
    System.out.println(
        "  %-30s %5.2f s to Started, %5.2f s to the first answer"
            .formatted(label, times.started(), times.answered()));
  }
}
