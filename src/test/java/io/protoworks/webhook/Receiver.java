package io.protoworks.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A system that receives messages: it takes each, unless it was told to do something else. */
final class Receiver implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final HttpServer server;
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final Queue<Reaction> reactions = new ConcurrentLinkedQueue<>();

  private Receiver(HttpServer server) {
    this.server = server;
  }

  /** What is answered to one message. */
  @FunctionalInterface
  interface Reaction {
    void answer(HttpExchange exchange) throws IOException;
  }

  /** A message as it came. */
  record Received(String path, HttpHeaders headers, String body) {
    String id() {
      return headers.firstValue("webhook-id").orElseThrow();
    }

    long timestamp() {
      return headers.firstValueAsLong("webhook-timestamp").orElseThrow();
    }

    List<String> signatures(String version) {
      return List.of(headers.firstValue("webhook-signature").orElseThrow().split(" ", -1)).stream()
          .filter(signature -> signature.startsWith(version + ","))
          .toList();
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }

    String type() {
      return json().path("type").asString();
    }
  }

  static Receiver start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Receiver receiver = new Receiver(server);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", receiver::handle);
    server.start();
    return receiver;
  }

  /** What is answered to the next messages, one each. */
  Receiver then(Reaction... next) {
    reactions.addAll(List.of(next));
    return this;
  }

  static Reaction status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  static Reaction status(int status, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return exchange -> {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    };
  }

  static Reaction redirect(String target) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", target);
      exchange.sendResponseHeaders(307, -1);
    };
  }

  /** The connection ends without an answer. */
  static Reaction hangUp() {
    return exchange -> {
      throw new IOException("hung up");
    };
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Reaction reaction = reactions.poll();
      received.add(
          new Received(
              exchange.getRequestURI().getPath(),
              HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true),
              body));
      (reaction == null ? status(204) : reaction).answer(exchange);
    }
  }

  URI url(String path) {
    return URI.create("http://localhost:%d%s".formatted(server.getAddress().getPort(), path));
  }

  String url() {
    return url("/hook").toString();
  }

  Received next() {
    try {
      Received next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing came within %d s".formatted(PATIENCE_SECONDS));
      }
      return next;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  List<Received> next(int count) {
    List<Received> messages = new ArrayList<>();
    while (messages.size() < count) {
      messages.add(next());
    }
    return messages;
  }

  /** What has come and was not looked at. */
  List<Received> rest() {
    List<Received> rest = new ArrayList<>();
    received.drainTo(rest);
    return rest;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
