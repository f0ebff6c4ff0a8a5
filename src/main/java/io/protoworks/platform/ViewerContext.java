package io.protoworks.platform;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Carries {@link Viewer} and {@link Client} from the request to every fetcher, over HTTP and
 * WebSocket alike, and hands them to controller methods that ask for them.
 */
@Component
class ViewerContext implements WebGraphQlInterceptor, HandlerMethodArgumentResolver {

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    return Mono.deferContextual(
        context -> {
          Client client = clientOf(request);
          Viewer viewer = viewerOf(authentication(context), client);
          request.configureExecutionInput(
              (input, builder) ->
                  builder
                      .graphQLContext(
                          values -> {
                            values.put(Client.class, client);
                            if (viewer != null) {
                              values.put(Viewer.class, viewer);
                            }
                          })
                      .build());
          return chain.next(request);
        });
  }

  private static @Nullable Authentication authentication(ContextView context) {
    SecurityContext security =
        context.getOrDefault(SecurityContext.class.getName(), SecurityContextHolder.getContext());
    return security == null ? null : security.getAuthentication();
  }

  private static @Nullable Viewer viewerOf(@Nullable Authentication authentication, Client client) {
    return authentication != null && authentication.getPrincipal() instanceof Viewer viewer
        ? new Viewer(
            viewer.userId(), viewer.sessionId(), viewer.apiKeyId(), viewer.permissions(), client)
        : null;
  }

  private static Client clientOf(WebGraphQlRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    // A proxy may name what is no address.
    InetAddress address = remote == null ? null : remote.getAddress();
    return new Client(
        address == null ? InetAddress.getLoopbackAddress() : address,
        request.getHeaders().getFirst(HttpHeaders.USER_AGENT));
  }

  /** The viewer of a request; an anonymous one is told to sign in. */
  static Viewer of(DataFetchingEnvironment environment) {
    return of(environment.getGraphQlContext());
  }

  private static Viewer of(GraphQLContext context) {
    Viewer viewer = context.get(Viewer.class);
    if (viewer == null) {
      throw Failure.unauthenticated();
    }
    return viewer;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Viewer.class
        || parameter.getParameterType() == Client.class;
  }

  @Override
  public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
    GraphQLContext context = environment.getGraphQlContext();
    return parameter.getParameterType() == Viewer.class ? of(context) : context.get(Client.class);
  }
}
