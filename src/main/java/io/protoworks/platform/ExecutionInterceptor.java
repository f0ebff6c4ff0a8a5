package io.protoworks.platform;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.SubscriptionExecutionStrategy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets loaders chain without hanging, and gives the errors that arise before any field is fetched
 * their codes.
 */
@Component
class ExecutionInterceptor implements WebGraphQlInterceptor {

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    request.configureExecutionInput(
        (input, builder) -> {
          graphql.execution.instrumentation.dataloader.DataLoaderDispatchingContextKeys
              .setEnableDataLoaderChaining(input.getGraphQLContext(), true);
          // Else events come as their fields are ready, and not as they happened.
          input
              .getGraphQLContext()
              .put(SubscriptionExecutionStrategy.KEEP_SUBSCRIPTION_EVENTS_ORDERED, true);
          return input;
        });
    return chain.next(request).map(ExecutionInterceptor::coded);
  }

  private static WebGraphQlResponse coded(WebGraphQlResponse response) {
    List<GraphQLError> errors = response.getExecutionResult().getErrors();
    return errors.isEmpty()
        ? response
        : response.transform(
            builder -> builder.errors(errors.stream().map(ExecutionInterceptor::coded).toList()));
  }

  private static GraphQLError coded(GraphQLError error) {
    ErrorCode code = codeOf(error);
    if (code == null) {
      return error;
    }
    Map<String, Object> extensions = new HashMap<>();
    if (error.getExtensions() != null) {
      extensions.putAll(error.getExtensions());
    }
    extensions.putIfAbsent("code", code.name());
    return GraphqlErrorBuilder.newError()
        .message("%s", error.getMessage())
        .locations(error.getLocations())
        .path(error.getPath() == null ? List.of() : error.getPath())
        .extensions(extensions)
        .build();
  }

  private static @org.jspecify.annotations.Nullable ErrorCode codeOf(GraphQLError error) {
    if (error.getErrorType() instanceof ErrorType type) {
      return switch (type) {
        case InvalidSyntax -> ErrorCode.GRAPHQL_PARSE_FAILED;
        case ValidationError -> ErrorCode.GRAPHQL_VALIDATION_FAILED;
        case OperationNotSupported, NullValueInNonNullableField -> ErrorCode.BAD_REQUEST;
        case ExecutionAborted -> ErrorCode.BAD_REQUEST;
        case DataFetchingException -> null;
      };
    }
    return null;
  }
}
