package io.protoworks.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WebSocket to the started server that speaks graphql-transport-ws, message by message. */
public final class Socket implements WebSocket.Listener, AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final StringBuilder message = new StringBuilder();

  /** Of its own: a connection that served a hundred requests before can't be upgraded. */
  private final HttpClient http = HttpClient.newHttpClient();

  private final WebSocket socket;

  private Socket(URI server, UnaryOperator<WebSocket.Builder> handshake) {
    URI address = URI.create(server.toString().replaceFirst("^http", "ws"));
    socket =
        handshake
            .apply(http.newWebSocketBuilder().subprotocols("graphql-transport-ws"))
            .buildAsync(address, this)
            .join();
  }

  /** Opens a socket that is not initialised yet. */
  public static Socket open(Api api) {
    return open(api.uri("/graphql"));
  }

  private static Socket open(URI server) {
    return new Socket(server, handshake -> handshake);
  }

  /** Opens a socket with the token in a header of the handshake, as no browser can. */
  public static Socket openWithHeader(Api api, String token) {
    return new Socket(
        api.uri("/graphql"), handshake -> handshake.header("Authorization", "Bearer " + token));
  }

  /** Opens a socket as whoever has this access token or API key. */
  public static Socket openAs(Api api, String token) {
    return openAs(api.uri("/graphql"), token);
  }

  /** The same at another server of this machine. */
  public static Socket openAs(URI server, String token) {
    Socket socket = open(server);
    socket.initialise(Map.of("Authorization", "Bearer " + token));
    if (!socket.next().path("type").asString().equals("connection_ack")) {
      throw new AssertionError("the socket was not acknowledged");
    }
    return socket;
  }

  public void initialise(Map<String, Object> payload) {
    send(Map.of("type", "connection_init", "payload", payload));
  }

  public void subscribe(String id, String document) {
    send(Map.of("type", "subscribe", "id", id, "payload", Map.of("query", document)));
  }

  /** The next message; a closed socket says {@code {"type": "closed", "code": …}}. */
  public JsonNode next() {
    try {
      String text = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (text == null) {
        throw new AssertionError("nothing came over the socket");
      }
      return JSON.readTree(text);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopping);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
    message.append(part);
    if (isLast) {
      received.add(message.toString());
      message.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    received.add("{\"type\": \"closed\", \"code\": %d}".formatted(code));
    return null;
  }

  /** A line that breaks is over as well. */
  @Override
  public void onError(WebSocket from, Throwable failure) {
    received.add("{\"type\": \"closed\", \"code\": 1006}");
  }

  /** The next message, if one comes within a second. */
  public @Nullable JsonNode poll() {
    try {
      String text = received.poll(1, TimeUnit.SECONDS);
      return text == null ? null : JSON.readTree(text);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopping);
    }
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }

  private void send(Map<String, Object> content) {
    socket.sendText(JSON.writeValueAsString(content), true).join();
  }
}
