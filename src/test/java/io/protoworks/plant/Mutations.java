package io.protoworks.plant;

import java.util.Map;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Asks for mutations, each by its name and its one input. */
public final class Mutations {
  private Mutations() {}

  public static GraphQlTester.Request<?> ask(
      GraphQlTester caller, String mutation, String selection, Map<String, Object> input) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1);
    String document =
        """
        mutation($input: %1$sInput!) {
          %2$s(input: $input) {
            %3$s
            errors {
              __typename code message path
              ... on InTheWay { blockerCount blockers { id } }
              ... on StaleVersion { current { id } }
            }
          }
        }
        """
            .formatted(type, mutation, selection);
    return caller.document(document).variable("input", input);
  }
}
