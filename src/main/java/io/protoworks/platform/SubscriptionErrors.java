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
      return error(known);
    }
    UUID reference = UUID.randomUUID();
    LOG.error("A subscription failed, reference {}", reference, failure);
    return error(
        "Something went wrong on our side. Tell support the reference " + reference + ".",
        Map.of("code", ErrorCode.INTERNAL.name()));
  }

  private static GraphQLError error(Failure known) {
    String code = known.code().name();
    String cursor = known.cursor();
    return error(
        known.reason(),
        cursor == null ? Map.of("code", code) : Map.of("code", code, "cursor", cursor));
  }

  private static GraphQLError error(String message, Map<String, Object> extensions) {
    return GraphqlErrorBuilder.newError().message("%s", message).extensions(extensions).build();
  }
}
