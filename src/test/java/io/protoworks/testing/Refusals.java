package io.protoworks.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.postgresql.util.PSQLException;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Reads how the server refused. */
public final class Refusals {
  private Refusals() {}

  /** The codes of the GraphQL errors, under {@code extensions.code}. */
  public static void assertFails(GraphQlTester.Request<?> request, String code) {
    request
        .execute()
        .errors()
        .satisfy(
            errors ->
                assertThat(errors)
                    .extracting(error -> error.getExtensions().get("code"))
                    .contains(code));
  }

  /** The mutation came back with exactly these codes in its payload's errors. */
  public static void assertRefused(
      GraphQlTester.Request<?> request, String mutation, String... codes) {
    request
        .execute()
        .path(mutation + ".errors[*].code")
        .entityList(String.class)
        .isEqualTo(List.of(codes));
  }

  /** The database refused the write, by this constraint. */
  public static void assertRefusedBy(String constraint, ThrowingCallable write) {
    assertThatThrownBy(write)
        .rootCause()
        .isInstanceOfSatisfying(
            PSQLException.class,
            refusal ->
                assertThat(refusal.getServerErrorMessage())
                    .extracting(message -> message == null ? null : message.getConstraint())
                    .isEqualTo(constraint));
  }
}
