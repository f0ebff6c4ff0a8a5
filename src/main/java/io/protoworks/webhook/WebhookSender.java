package io.protoworks.webhook;

import io.protoworks.platform.Texts;
import io.protoworks.webhook.AddressGuard.RefusedAddressException;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Posts one message, once: without following a redirect, without a cookie, within a time that
 * counts from the name's look-up to the last byte, and reading only so much of the answer.
 */
@Component
class WebhookSender {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
  private static final int CONNECTIONS = 64;
  private static final int CONNECTIONS_PER_HOST = 4;
  private static final int ANSWER_SHOWN = 1_000;

  private final CloseableHttpClient client;
  private final ExecutorService exchanges =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-exchange-", 0).factory());
  private final Duration timeout;
  private final int largestAnswer;

  WebhookSender(WebhookProperties properties, AddressGuard guard) {
    timeout = properties.timeout();
    largestAnswer = Math.toIntExact(properties.largestAnswer().toBytes());
    Timeout wholeExchange = Timeout.of(timeout);
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(guard)
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS_PER_HOST)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                            .setSocketTimeout(wholeExchange)
                            .setTimeToLive(Timeout.ofMinutes(1))
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(wholeExchange)
                    .setResponseTimeout(wholeExchange)
                    .setRedirectsEnabled(false)
                    .build())
            .setUserAgent("ProtoWorks-Webhooks")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableAuthCaching()
            .disableCookieManagement()
            .disableContentCompression()
            .build();
  }

  /**
   * A message to post.
   *
   * @param signatures as they stand in the header
   */
  record Message(URI url, String id, long timestamp, List<String> signatures, String body) {
    @Override
    public String toString() {
      return "Message[%s]".formatted(id);
    }
  }

  /**
   * What came back.
   *
   * @param error why it does not count as taken; null when it does
   */
  record Answer(@Nullable Integer statusCode, @Nullable String error, @Nullable String text) {
    private static Answer none(String error) {
      return new Answer(null, error, null);
    }
  }

  Answer send(Message message) {
    if (message.url().getHost() == null) {
      return Answer.none("Its address names no host.");
    }
    HttpPost request = request(message);
    Future<Answer> exchange = exchanges.submit(() -> exchange(message.url(), request));
    try {
      return exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooSlow) {
      return Answer.none("It took longer than %d s.".formatted(timeout.toSeconds()));
    } catch (ExecutionException failure) {
      return Answer.none(reason(failure.getCause()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Answer.none("This server was stopped meanwhile.");
    } finally {
      request.cancel();
      exchange.cancel(true);
    }
  }

  private static HttpPost request(Message message) {
    HttpPost request = new HttpPost(message.url());
    request.setHeader("webhook-id", message.id());
    request.setHeader("webhook-timestamp", Long.toString(message.timestamp()));
    request.setHeader("webhook-signature", String.join(" ", message.signatures()));
    request.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON));
    return request;
  }

  private Answer exchange(URI url, HttpPost request) throws IOException {
    ClassicHttpResponse response = client.executeOpen(HttpHost.create(url), request, null);
    try {
      int status = response.getCode();
      return new Answer(status, error(status), beginning(request, response.getEntity()));
    } finally {
      close(response);
    }
  }

  private static void close(ClassicHttpResponse response) {
    try {
      response.close();
    } catch (IOException cut) {
      LOG.debug("The rest of an answer was left.", cut);
    }
  }

  private static @Nullable String error(int status) {
    if (status >= 200 && status < 300) {
      return null;
    }
    return status >= 300 && status < 400
        ? "It answered with a redirect, which is not followed: name the final address."
        : "It answered %d instead of 2xx.".formatted(status);
  }

  /** Closing an answer would read the rest of it; so one that is too large is cut before. */
  private @Nullable String beginning(HttpPost request, @Nullable HttpEntity entity)
      throws IOException {
    if (entity == null) {
      return null;
    }
    byte[] read = entity.getContent().readNBytes(largestAnswer);
    if (read.length == largestAnswer) {
      request.cancel();
    }
    String text = new String(read, StandardCharsets.UTF_8).replace('\u0000', '\ufffd');
    return text.isEmpty() ? null : text.substring(0, shown(text));
  }

  /** As many whole characters as are shown; the database counts none twice. */
  private static int shown(String text) {
    int count = Math.min(ANSWER_SHOWN, text.codePointCount(0, text.length()));
    return text.offsetByCodePoints(0, count);
  }

  private static String reason(@Nullable Throwable failure) {
    return switch (failure) {
      case RefusedAddressException closed ->
          "Its address is on a private network, or is no address of the public internet.";
      case UnknownHostException unknown -> "Its name is not known.";
      case SSLException untrusted -> "No secure connection: " + shortened(untrusted);
      case ConnectException refused -> "It could not be connected to.";
      case SocketTimeoutException tooSlow -> "It took too long.";
      case IOException broken -> "The connection broke: " + shortened(broken);
      case null, default -> {
        LOG.error("A webhook could not be sent.", failure);
        yield "It could not be sent, for a reason on our side.";
      }
    };
  }

  private static String shortened(Exception failure) {
    return Texts.abbreviate(String.valueOf(failure.getMessage()), 200);
  }

  @PreDestroy
  void close() throws IOException {
    client.close();
    exchanges.shutdownNow();
  }
}
