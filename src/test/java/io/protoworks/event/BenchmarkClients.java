package io.protoworks.event;

import io.protoworks.testing.Api;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Subscribers in a process of their own, which says what it was told and how late. */
final class BenchmarkClients implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;
  private static final int MOST_EVENTS = 40_000_000;

  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;

  private BenchmarkClients(Process process) {
    this.process = process;
    answers = process.inputReader();
    questions = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Milliseconds from just before the commit to the subscriber. */
  record Report(long events, double p50, double p99) {
    @Override
    public String toString() {
      return "p50 %.1f ms, p99 %.1f ms over %,d messages".formatted(p50, p99, events);
    }
  }

  static BenchmarkClients start(Api api, String token, UUID project, int count) throws IOException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                BenchmarkClients.class.getName(),
                api.uri("/graphql").toString().replaceFirst("^http", "ws"),
                token,
                Feed.subscription(project, "").replace(Feed.FIELDS, "state"),
                Integer.toString(count))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BenchmarkClients clients = new BenchmarkClients(process);
    clients.read();
    return clients;
  }

  private String read() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IllegalStateException("the subscribers ended");
    }
    return line;
  }

  /** Waits until they were told so much since the last report. */
  void await(long messages) throws IOException {
    questions.write("await " + messages + "\n");
    questions.flush();
    read();
  }

  /**
   * Has changes made until every subscriber was told one, and has forgotten all that it was told:
   * there is no word of the protocol that says that a subscription is at work.
   */
  void meet(Runnable change, Runnable mark) throws IOException {
    do {
      change.run();
      // Who was met is told all of them: no more than they take.
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
      questions.write("met\n");
      questions.flush();
    } while (!Boolean.parseBoolean(read()));
    mark.run();
    questions.write("marked\n");
    questions.flush();
    read();
  }

  Report report() throws IOException {
    questions.write("report\n");
    questions.flush();
    String[] parts = read().split(" ", -1);
    return new Report(
        Long.parseLong(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] arguments) throws Exception {
    Told told = new Told();
    int count = Integer.parseInt(arguments[3]);
    CountDownLatch ready = new CountDownLatch(count);
    HttpClient http = HttpClient.newHttpClient();
    for (int number = 0; number < count; number++) {
      http.newWebSocketBuilder()
          .subprotocols("graphql-transport-ws")
          .buildAsync(
              URI.create(arguments[0]), new Subscriber(arguments[1], arguments[2], told, ready))
          .join();
    }
    if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("not all subscribed");
    }
    System.out.println("ready");
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      if (line.startsWith("await ")) {
        told.await(Long.parseLong(line.substring(6)));
        System.out.println("done");
      } else if (line.equals("met")) {
        System.out.println(told.met.get() == count);
      } else if (line.equals("marked")) {
        told.awaitMarks(count);
        System.out.println("done");
      } else {
        System.out.println(told.report());
      }
    }
  }

  /** How late everything came since the last report. */
  private static final class Told {
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger met = new AtomicInteger();
    private final AtomicInteger marks = new AtomicInteger();
    private final AtomicLongArray latencies = new AtomicLongArray(MOST_EVENTS);

    void add(long nanoseconds) {
      latencies.set(count.getAndIncrement(), nanoseconds);
    }

    /** Until the mark has come to all, and with it all that was before it. */
    void awaitMarks(int subscribers) {
      while (marks.get() < subscribers) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
      count.set(0);
    }

    void await(long messages) {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (count.get() < messages) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("%d of %d came".formatted(count.get(), messages));
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
    }

    String report() {
      long[] sorted = new long[count.get()];
      Arrays.setAll(sorted, latencies::get);
      Arrays.sort(sorted);
      count.set(0);
      return "%d %.3f %.3f".formatted(sorted.length, at(sorted, 0.5) / 1e6, at(sorted, 0.99) / 1e6);
    }

    private static long at(long[] sorted, double share) {
      return sorted[(int) Math.min(sorted.length - 1.0, Math.ceil(sorted.length * share) - 1)];
    }
  }

  /** Speaks graphql-transport-ws as far as it needs to. */
  private static final class Subscriber implements WebSocket.Listener {
    private static final Pattern STATE = Pattern.compile("\"state\":\"(\\d+)\"");

    private final String token;
    private final String subscription;
    private final Told told;
    private final CountDownLatch ready;
    private final StringBuilder message = new StringBuilder();
    private CompletableFuture<WebSocket> sent = new CompletableFuture<>();
    private boolean isMet;

    Subscriber(String token, String subscription, Told told, CountDownLatch ready) {
      this.token = token;
      this.subscription = subscription;
      this.told = told;
      this.ready = ready;
    }

    @Override
    public void onOpen(WebSocket socket) {
      sent =
          socket.sendText(
              "{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer %s\"}}"
                  .formatted(token),
              true);
      socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket socket, CharSequence part, boolean isLast) {
      message.append(part);
      if (isLast) {
        take(message.toString());
        message.setLength(0);
      }
      socket.request(1);
      return null;
    }

    private void take(String text) {
      Matcher state = STATE.matcher(text);
      if (state.find()) {
        long written = Long.parseLong(state.group(1));
        if (written == 0) {
          told.marks.incrementAndGet();
        } else {
          told.add(System.nanoTime() - written);
        }
        if (!isMet) {
          isMet = true;
          told.met.incrementAndGet();
        }
      } else if (text.contains("connection_ack")) {
        // The answer may come before it is known here that the question was sent.
        sent =
            sent.thenCompose(
                initialised ->
                    initialised.sendText(
                        "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"%s\"}}"
                            .formatted(subscription.replace("\"", "\\\"")),
                        true));
        ready.countDown();
      } else if (!text.contains("\"ping\"")) {
        System.err.println(text);
      }
    }
  }
}
