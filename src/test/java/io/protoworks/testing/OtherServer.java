package io.protoworks.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Another server on the same database, in a process of its own that can be stopped or killed. */
public final class OtherServer implements AutoCloseable {
  private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
  private static final int PATIENCE_SECONDS = 60;

  private final Api api;
  private final Process process;
  private final int port;

  private OtherServer(Api api, Process process, int port) {
    this.api = api;
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it, without what tests add to a server.
   *
   * @param largestHeap as {@code -Xmx} takes it
   * @param properties such as {@code protoworks.intake.batch-rows=200}
   */
  public static OtherServer start(Api api, String largestHeap, String... properties)
      throws IOException {
    return start(api, TestDatabase.address(), largestHeap, properties);
  }

  /** The same on a database of a test's own. */
  public static OtherServer start(
      Api api, TestDatabase.Address address, String largestHeap, String... properties)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                // It lives for a minute at most: what would make it faster later makes it start
                // later.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx" + largestHeap,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                classPathWithoutTests(),
                "io.protoworks.ProtoWorks",
                "--server.port=0",
                "--spring.datasource.url=" + address.url(),
                "--spring.datasource.username=" + address.username(),
                "--spring.datasource.password=" + address.password()));
    Stream.of(properties).map(property -> "--" + property).forEach(command::add);
    Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new OtherServer(api, started, portOf(started));
  }

  private static String classPathWithoutTests() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toString())
        .filter(entry -> !entry.isEmpty() && !entry.endsWith("test-classes"))
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static int portOf(Process started) throws IOException {
    BufferedReader output = started.inputReader();
    StringBuilder seen = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher port = STARTED.matcher(line);
      if (port.find()) {
        Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
        return Integer.parseInt(port.group(1));
      }
      seen.append(line).append('\n');
    }
    throw new IllegalStateException("the server did not start:\n" + seen);
  }

  /** A client of this server that sends this access token. */
  public GraphQlTester as(String token) {
    return api.as(token, port);
  }

  /** The address of a path on this server. */
  public URI uri(String path) {
    return URI.create("http://localhost:%d%s".formatted(port, path));
  }

  /** Asks it to stop, as a service manager does, and waits until it has. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the server did not stop within %d s".formatted(PATIENCE_SECONDS));
    }
  }

  /** Ends it as a power cut does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public boolean isRunning() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
