package io.protoworks.identity;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import io.protoworks.platform.ErrorCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.graphql.server.support.BearerTokenAuthenticationExtractor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Keeps what lasts longer than a request within its session. A WebSocket client sends its token in
 * {@code connection_init}; a bad one closes the socket. Each operation over the socket asks anew
 * whether the session or API key still lives, and so does a running subscription, over WebSocket or
 * server-sent events, every few seconds: it ends when they do.
 *
 * <p>It comes first, so that those after it find out who asks.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SessionInterceptor implements WebSocketGraphQlInterceptor {
  private static final String AUTHENTICATION = SessionInterceptor.class.getName();

  private final BearerTokenAuthenticationExtractor tokens =
      new BearerTokenAuthenticationExtractor();
  private final BearerAuthentication authentication;
  private final AccessWatch watch;

  SessionInterceptor(BearerAuthentication authentication, AccessWatch watch) {
    this.authentication = authentication;
    this.watch = watch;
  }

  @Override
  public Mono<Object> handleConnectionInitialization(
      WebSocketSessionInfo socket, Map<String, Object> payload) {
    return tokens
        .getAuthentication(payload)
        .map(authentication::authenticate)
        .doOnNext(viewer -> socket.getAttributes().put(AUTHENTICATION, viewer))
        .then(Mono.empty());
  }

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    return Mono.deferContextual(
        context -> {
          Authentication viewer = viewerOf(request, context);
          SecurityContext security = new SecurityContextImpl();
          security.setAuthentication(viewer);
          Mono<WebGraphQlResponse> response = chain.next(request);
          return (viewer == null ? response : response.map(given -> whileAlive(given, viewer)))
              .contextWrite(Context.of(SecurityContext.class.getName(), security));
        });
  }

  private @Nullable Authentication viewerOf(WebGraphQlRequest request, ContextView context) {
    SecurityContext security =
        context.getOrDefault(SecurityContext.class.getName(), SecurityContextHolder.getContext());
    Authentication ofRequest = security == null ? null : security.getAuthentication();
    if (!(request instanceof WebSocketGraphQlRequest message)) {
      return ofRequest;
    }
    Object ofSocket = message.getSessionInfo().getAttributes().get(AUTHENTICATION);
    Authentication known = ofSocket == null ? ofRequest : (Authentication) ofSocket;
    return known == null ? null : authentication.renew(known);
  }

  private WebGraphQlResponse whileAlive(WebGraphQlResponse response, Authentication viewer) {
    return response.getData() instanceof Publisher<?> events
        ? response.transform(
            builder -> builder.data(Flux.from(events).takeUntilOther(end(viewer))).build())
        : response;
  }

  /** Fails once the viewer's session or API key has ended. */
  private Mono<?> end(Authentication viewer) {
    return viewer.getDetails() instanceof ViewerRow known
        ? watch.ended(Access.of(known)).flatMap(access -> Mono.error(ended()))
        : Mono.error(ended());
  }

  private static SubscriptionPublisherException ended() {
    GraphQLError error =
        GraphqlErrorBuilder.newError()
            .message("The session has ended. Sign in again.")
            .extensions(Map.of("code", ErrorCode.UNAUTHENTICATED.name()))
            .build();
    return new SubscriptionPublisherException(
        List.of(error), new IllegalStateException("the session has ended"));
  }
}
