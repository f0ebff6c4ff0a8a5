package io.protoworks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
