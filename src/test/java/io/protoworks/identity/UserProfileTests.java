package io.protoworks.identity;

import static io.protoworks.identity.Rights.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People.SignedIn;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class UserProfileTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Rights rights;
  @Autowired JdbcClient database;

  private static final String CHANGE =
      """
      mutation($input: ChangeProfileInput!) {
        changeProfile(input: $input) {
          profile { user { id } displayName avatarUrl preferences version }
          errors { code path ... on StaleVersion { current { ... on UserProfile { displayName version } } } }
        }
      }
      """;

  private GraphQlTester.Request<?> change(String token, Map<String, Object> input) {
    return api.as(token).document(CHANGE).variable("input", input);
  }

  private int count(UUID user) {
    return database
        .sql("select count(*) from identity.user_profiles where user_id = ?")
        .param(user)
        .query(Integer.class)
        .single();
  }

  @Test
  void beginsWithTheFirstUseAndKeepsJsonAsJson() {
    SignedIn user = people.user(draft -> draft);
    Map<String, Object> preferences =
        Map.of("theme", "dark", "columns", List.of("tag", 2, true), "nested", Map.of("text", "x"));
    change(
            user.token(),
            Map.of(
                "expectedVersion",
                0,
                "displayName",
                "Aninha",
                "avatarUrl",
                "https://pictures.example/ana.png",
                "preferences",
                preferences))
        .execute()
        .path("changeProfile")
        .matchesJsonStrictly(
            """
            {"profile": {"user": {"id": "%s"}, "displayName": "Aninha",
                         "avatarUrl": "https://pictures.example/ana.png",
                         "preferences": {"theme": "dark", "columns": ["tag", 2, true],
                                         "nested": {"text": "x"}},
                         "version": 1},
             "errors": []}
            """
                .formatted(user.globalId()));
    change(user.token(), Map.of("expectedVersion", 1))
        .execute()
        .path("changeProfile.profile")
        .matchesJsonStrictly(
            """
            {"user": {"id": "%s"}, "displayName": null, "avatarUrl": null, "preferences": {},
             "version": 2}
            """
                .formatted(user.globalId()));
  }

  @Test
  void takesJsonFromTheDocumentToo() {
    SignedIn user = people.user(draft -> draft);
    api.as(user.token())
        .document(
            """
            mutation($theme: String!) {
              changeProfile(input: {expectedVersion: 0, preferences: {theme: $theme, size: 1.50}}) {
                profile { preferences }
                errors { code }
              }
            }
            """)
        .variable("theme", "dark")
        .execute()
        .path("changeProfile")
        .matchesJsonStrictly(
            "{\"profile\": {\"preferences\": {\"theme\": \"dark\", \"size\": 1.50}}, \"errors\": []}");
  }

  @Test
  void refusesWhatDoesNotFit() {
    SignedIn user = people.user(draft -> draft);
    Map<String, Object> wrong =
        Map.of(
            "displayName", "  ",
            "avatarUrl", "ftp://pictures.example/ana.png",
            "preferences", List.of("no", "object"));
    wrong.forEach(
        (field, value) ->
            change(user.token(), Map.of("expectedVersion", 0, field, value))
                .execute()
                .path("changeProfile.errors")
                .matchesJsonStrictly(
                    "[{\"code\": \"INVALID_INPUT\", \"path\": [\"input\", \"%s\"]}]"
                        .formatted(field)));
    assertRefused(
        change(
            user.token(),
            Map.of("expectedVersion", 0, "preferences", Map.of("long", "x".repeat(70_000)))),
        "changeProfile",
        "INVALID_INPUT");
    assertRefused(
        change(user.token(), Map.of("expectedVersion", 0, "preferences", Map.of("nul", "a\0b"))),
        "changeProfile",
        "INVALID_INPUT");
    assertThat(count(user.id())).isZero();
  }

  @Test
  void showsTheCurrentOneToWhoeverIsLate() {
    SignedIn user = people.user(draft -> draft);
    assertRefused(
        change(user.token(), Map.of("expectedVersion", 1)), "changeProfile", "STALE_VERSION");
    assertThat(count(user.id())).isZero();
    change(user.token(), Map.of("expectedVersion", 0, "displayName", "Current")).executeAndVerify();
    for (int version : new int[] {0, 2}) {
      change(user.token(), Map.of("expectedVersion", version, "displayName", "Late"))
          .execute()
          .path("changeProfile")
          .matchesJsonStrictly(
              """
              {"profile": null,
               "errors": [{"code": "STALE_VERSION", "path": ["input", "expectedVersion"],
                           "current": {"displayName": "Current", "version": 1}}]}
              """);
    }
  }

  @Test
  void isOpenToItsUserAndReadersOnly() {
    SignedIn user = people.user(draft -> draft);
    SignedIn colleague = people.user(draft -> draft.withCompany(user.companyId()));
    change(user.token(), Map.of("expectedVersion", 0, "displayName", "Aninha")).executeAndVerify();
    String query =
        """
        query($user: ID!, $profile: ID!) {
          node(id: $user) { ... on User { profile { displayName } } }
          profile: node(id: $profile) { id }
        }
        """;
    for (String token : List.of(user.token(), rights.userWith("users.read").token())) {
      api.as(token)
          .document(query)
          .variable("user", user.globalId())
          .variable("profile", globalId("user_profile", user.id()))
          .execute()
          .path("node.profile.displayName")
          .entity(String.class)
          .isEqualTo("Aninha")
          .path("profile.id")
          .entity(String.class)
          .isEqualTo(globalId("user_profile", user.id()));
    }
    api.as(colleague.token())
        .document(query)
        .variable("user", user.globalId())
        .variable("profile", globalId("user_profile", user.id()))
        .execute()
        .path("node.profile")
        .valueIsNull()
        .path("profile")
        .valueIsNull();
    assertFails(
        api.anonymous().document(CHANGE).variable("input", Map.of("expectedVersion", 0)),
        "UNAUTHENTICATED");
  }
}
