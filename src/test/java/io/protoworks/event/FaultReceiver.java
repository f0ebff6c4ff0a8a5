package io.protoworks.event;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/** Takes most messages; refuses some, hangs up on some, and says of some too late that it did. */
final class FaultReceiver implements AutoCloseable {
  /** How long senders shall wait for its answer. */
  static final Duration PATIENCE_OF_SENDERS = Duration.ofMillis(500);

  private static final Duration TOO_LATE = PATIENCE_OF_SENDERS.plusMillis(200);

  private final HttpServer server;
  private final Random random;
  private final Map<String, String> bodies = new HashMap<>();
  private final Set<String> taken = new LinkedHashSet<>();
  private final Set<String> changed = new LinkedHashSet<>();
  private int failed;
  private int repeated;

  private enum Reaction {
    TAKE,
    TAKE_LATE,
    REFUSE,
    REFUSE_FOR_NOW,
    HANG_UP;

    private static Reaction any(Random random) {
      int percent = random.nextInt(100);
      if (percent < 76) {
        return TAKE;
      }
      if (percent < 80) {
        return TAKE_LATE;
      }
      if (percent < 86) {
        return REFUSE;
      }
      return percent < 92 ? REFUSE_FOR_NOW : HANG_UP;
    }
  }

  private FaultReceiver(HttpServer server, Random random) {
    this.server = server;
    this.random = random;
  }

  static FaultReceiver start(long seed) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      FaultReceiver receiver = new FaultReceiver(server, new Random(seed));
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", receiver::handle);
      server.start();
      return receiver;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String id = exchange.getRequestHeaders().getFirst("webhook-id");
      switch (react(id, body(exchange))) {
        case TAKE -> exchange.sendResponseHeaders(204, -1);
        case TAKE_LATE -> {
          LockSupport.parkNanos(TOO_LATE.toNanos());
          exchange.sendResponseHeaders(204, -1);
        }
        case REFUSE -> exchange.sendResponseHeaders(500, -1);
        case REFUSE_FOR_NOW -> exchange.sendResponseHeaders(503, -1);
        case HANG_UP -> throw new IOException("hung up");
      }
    }
  }

  /** The whole of it: a sender that dies leaves a part, which was not received. */
  private static String body(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (!Integer.toString(body.length)
        .equals(exchange.getRequestHeaders().getFirst("Content-Length"))) {
      throw new EOFException();
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Notes what it takes before it says so: what comes next may come at once. */
  private synchronized Reaction react(String id, String body) {
    String before = bodies.putIfAbsent(id, body);
    if (before != null) {
      repeated++;
      if (!before.equals(body)) {
        changed.add(id);
      }
    }
    Reaction reaction = Reaction.any(random);
    if (reaction == Reaction.TAKE || reaction == Reaction.TAKE_LATE) {
      taken.add(id);
    }
    if (reaction != Reaction.TAKE) {
      failed++;
    }
    return reaction;
  }

  String url() {
    return "http://localhost:%d/hook".formatted(server.getAddress().getPort());
  }

  /** The events of the messages that it took, in the order in which it took each at first. */
  synchronized List<Long> taken(UUID project) {
    return taken.stream()
        .map(bodies::get)
        .map(body -> JsonMapper.shared().readTree(body).at("/data/cursor").asString())
        .map(cursor -> EventCursor.sequence(cursor, project))
        .toList();
  }

  /** The ids of messages that had another body when they were repeated. */
  synchronized Set<String> changed() {
    return Set.copyOf(changed);
  }

  synchronized int failed() {
    return failed;
  }

  synchronized int repeated() {
    return repeated;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
