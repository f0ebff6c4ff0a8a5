package io.protoworks.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Says in a person's words which rule of the database a write broke. The database is the judge:
 * services do not ask first what a constraint will say anyway, and two at once can't slip through.
 */
@Component
class ConstraintMessages {
  private final Map<String, ConstraintMessage> messages = new HashMap<>();

  ConstraintMessages(ObjectProvider<ConstraintMessage.Source> sources) {
    sources.forEach(
        source ->
            source
                .constraintMessages()
                .forEach(message -> messages.put(message.constraint(), message)));
  }

  /** The refusal that a broken constraint means; an unknown one is our own fault and goes on. */
  List<UserError> explain(DataAccessException violation) {
    if (DatabaseRefusals.isOfAValue(violation)) {
      return List.of(
          new UserError.InvalidInput(
              DatabaseRefusals.OF_A_VALUE, PlatformErrorCode.INVALID_INPUT, List.of("input")));
    }
    if (violation.getMostSpecificCause() instanceof PSQLException cause) {
      ServerErrorMessage error = cause.getServerErrorMessage();
      ConstraintMessage message =
          error == null || error.getConstraint() == null
              ? null
              : messages.get(error.getConstraint());
      if (message != null) {
        return List.of(message.error());
      }
    }
    throw violation;
  }
}
