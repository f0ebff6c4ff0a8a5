package io.protoworks.platform;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.SubscriptionExceptionResolverAdapter;
import org.springframework.stereotype.Component;

/** Gives the failure that ends a subscription its code, as {@link ErrorResolver} does elsewhere. */
@Component
class SubscriptionErrors extends SubscriptionExceptionResolverAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionErrors.class);

  @Override
  protected GraphQLError resolveToSingleError(Throwable failure) {
    if (failure instanceof Failure known) {
      return error(known.code(), known.reason());
    }
    UUID reference = UUID.randomUUID();
    LOG.error("A subscription failed, reference {}", reference, failure);
    return error(
        ErrorCode.INTERNAL,
        "Something went wrong on our side. Tell support the reference " + reference + ".");
  }

  private static GraphQLError error(ErrorCode code, String message) {
    return GraphqlErrorBuilder.newError()
        .message("%s", message)
        .extensions(Map.of("code", code.name()))
        .build();
  }
}
