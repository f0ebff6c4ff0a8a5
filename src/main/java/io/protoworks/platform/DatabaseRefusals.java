package io.protoworks.platform;

import java.util.Set;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;

/** What PostgreSQL refuses because of a value that nobody could keep or compare. */
final class DatabaseRefusals {
  static final String OF_A_VALUE =
      "A value is too long, out of range, or contains the character U+0000; mend it.";

  /**
   * Characters that can't be kept (22021, in JSON 22P05), moments and numbers out of range (22008,
   * 22007, 22003), and texts too long for an index (54000).
   */
  private static final Set<String> STATES =
      Set.of("22021", "22P05", "22008", "22007", "22003", "54000");

  private DatabaseRefusals() {}

  static boolean isOfAValue(DataAccessException failure) {
    return failure.getMostSpecificCause() instanceof PSQLException cause
        && STATES.contains(String.valueOf(cause.getSQLState()));
  }
}
