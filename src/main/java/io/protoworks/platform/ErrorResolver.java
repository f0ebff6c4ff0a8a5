package io.protoworks.platform;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Gives every failure its code. What was not foreseen is logged under a reference, and only the
 * reference is shown.
 */
@Component
class ErrorResolver extends DataFetcherExceptionResolverAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorResolver.class);

  private static final String IN_THE_WAY =
      "Somebody else is changing the same thing for longer than we wait. Nothing was changed: try"
          + " again.";

  private static final String BUSY =
      "The server is too busy. Nothing was changed: try again in a moment.";

  ErrorResolver() {
    setThreadLocalContextAware(true);
  }

  @Override
  protected GraphQLError resolveToSingleError(
      Throwable failure, DataFetchingEnvironment environment) {
    return switch (failure) {
      case Failure known -> error(environment, known.code(), known.reason());
      case BindException binding -> error(environment, ErrorCode.BAD_REQUEST, reason(binding));
      case DataAccessException data when DatabaseRefusals.isOfAValue(data) ->
          error(environment, ErrorCode.BAD_REQUEST, DatabaseRefusals.OF_A_VALUE);
      case QueryTimeoutException timeout ->
          error(environment, ErrorCode.TIMEOUT, "This took too long; ask for less at once.");
      case ConcurrencyFailureException inTheWay ->
          error(environment, ErrorCode.TIMEOUT, IN_THE_WAY);
      case CannotGetJdbcConnectionException busy -> error(environment, ErrorCode.TIMEOUT, BUSY);
      case CannotCreateTransactionException busy -> error(environment, ErrorCode.TIMEOUT, BUSY);
      default -> internal(failure, environment);
    };
  }

  private static GraphQLError internal(Throwable failure, DataFetchingEnvironment environment) {
    UUID reference = UUID.randomUUID();
    LOG.error(
        "{} failed, reference {}",
        environment.getExecutionStepInfo().getPath(),
        reference,
        failure);
    return error(
        environment,
        ErrorCode.INTERNAL,
        "Something went wrong on our side. Tell support the reference " + reference + ".");
  }

  private static String reason(BindException binding) {
    return binding.getAllErrors().stream()
        .map(error -> "%s has a value that does not fit.".formatted(placeOf(error)))
        .findFirst()
        .orElse("An argument has a value that does not fit.");
  }

  private static String placeOf(ObjectError error) {
    return error instanceof FieldError field
        ? field.getField().replace("$.", "")
        : error.getObjectName();
  }

  private static GraphQLError error(
      DataFetchingEnvironment environment, ErrorCode code, String message) {
    return GraphqlErrorBuilder.newError(environment)
        .message("%s", message)
        .extensions(Map.of("code", code.name()))
        .build();
  }
}
