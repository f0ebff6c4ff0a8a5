package io.protoworks.identity;

import static io.protoworks.identity.Rights.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People.SignedIn;
import io.protoworks.platform.Viewer;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Waiting;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class UserTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Rights rights;
  @Autowired JdbcClient database;
  @Autowired PasswordEncoder passwords;
  @Autowired TransactionTemplate transactions;
  @Autowired Waiting waiting;

  private static final String CREATE =
      """
      mutation($input: CreateUserInput!) {
        createUser(input: $input) {
          user {
            id email phone name company { id } role discipline { id } status locale tier
            oauthProvider lastLoginAt isSystem isActive version
          }
          errors { code path }
        }
      }
      """;

  private static final String CHANGE =
      """
      mutation($input: ChangeUserInput!) {
        changeUser(input: $input) {
          user { email phone name role locale tier version }
          errors { code path ... on StaleVersion { current { ... on User { name version } } } }
        }
      }
      """;

  private static String email() {
    return UUID.randomUUID() + "@users.example";
  }

  private static Map<String, Object> draft(UUID company, String email) {
    Map<String, Object> input = new HashMap<>();
    input.put("email", email);
    input.put("name", "Ana Souza");
    input.put("companyId", globalId("company", company));
    input.put("role", "TECHNICIAN");
    input.put("password", "correct horse battery");
    return input;
  }

  private boolean exists(String email) {
    return database
        .sql("select exists (select from identity.users where email = ?)")
        .param(email)
        .query(Boolean.class)
        .single();
  }

  private int version(UUID id) {
    return database
        .sql("select version from identity.users where id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  @Nested
  class Create {
    private GraphQlTester.Request<?> by(GraphQlTester caller, Map<String, Object> input) {
      return caller.document(CREATE).variable("input", input);
    }

    @Test
    void addsTheUserWithAHashedPassword() {
      UUID company = people.company(CompanyType.CLIENTE);
      String email = email();
      by(api.as(people.admin().token()), draft(company, email.toUpperCase(Locale.ROOT)))
          .execute()
          .path("createUser.errors")
          .entityList(Object.class)
          .hasSize(0)
          .path("createUser.user.id")
          .hasValue()
          .path("createUser.user")
          .matchesJson(
              """
              {"email": "%s", "phone": null, "name": "Ana Souza", "company": {"id": "%s"},
               "role": "TECHNICIAN", "discipline": null, "status": "ACTIVE", "locale": "en",
               "tier": "FREE", "oauthProvider": "local", "lastLoginAt": null, "isSystem": false,
               "isActive": true, "version": 1}
              """
                  .formatted(email, globalId("company", company)));
      String hash =
          database
              .sql("select password_hash from identity.users where email = ?")
              .param(email)
              .query(String.class)
              .single();
      assertThat(hash).startsWith("$argon2id$");
      assertThat(passwords.matches("correct horse battery", hash)).isTrue();
    }

    @Test
    void isRefusedToWhoeverMayNot() {
      String email = email();
      Map<String, Object> input = draft(people.company(CompanyType.CLIENTE), email);
      assertFails(by(api.anonymous(), input), "UNAUTHENTICATED");
      assertFails(by(api.as(people.stranger().token()), input), "FORBIDDEN");
      assertFails(by(api.as(rights.userWith("users.read").token()), input), "FORBIDDEN");
      assertThat(exists(email)).isFalse();
    }

    @Test
    void needsThePermissionsThatItGives() {
      SignedIn keeper = rights.userWith(rights.of(UserRole.TECHNICIAN, "users.write"));
      String email = email();
      Map<String, Object> input = draft(keeper.companyId(), email);
      for (String more : List.of("ADMIN", "MANAGER", "ENGINEERING")) {
        input.put("role", more);
        assertFails(by(api.as(keeper.token()), input), "FORBIDDEN");
      }
      assertThat(exists(email)).isFalse();
      input.put("role", "TECHNICIAN");
      by(api.as(keeper.token()), input)
          .execute()
          .path("createUser.user.email")
          .entity(String.class)
          .isEqualTo(email);
    }

    @Test
    void knowsOnlyTheCompaniesThatTheViewerFinds() {
      SignedIn keeper = rights.userWith(rights.of(UserRole.TECHNICIAN, "users.write"));
      String email = email();
      assertRefused(
          by(api.as(keeper.token()), draft(people.company(CompanyType.CLIENTE), email)),
          "createUser",
          "UNKNOWN_REFERENCE");
      assertThat(exists(email)).isFalse();
    }

    @Test
    void refusesWhatDoesNotFit() {
      GraphQlTester admin = api.as(people.admin().token());
      UUID company = people.company(CompanyType.CLIENTE);
      Map<String, Object> wrong =
          Map.of(
              "email", "no address",
              "phone", "12345",
              "name", " ",
              "locale", "english please",
              "password", "too short",
              "disciplineId", globalId("discipline", UUID.randomUUID()));
      wrong.forEach(
          (field, value) -> {
            String email = email();
            Map<String, Object> input = draft(company, email);
            input.put(field, value);
            by(admin, input)
                .execute()
                .path("createUser.errors[*].path")
                .entityList(Object.class)
                .isEqualTo(List.of(List.of("input", field)));
            assertThat(exists(email)).isFalse();
          });
    }

    @Test
    void refusesAnAddressOrNumberThatIsTaken() {
      UUID company = people.company(CompanyType.CLIENTE);
      GraphQlTester admin = api.as(people.admin().token());
      String phone =
          "+55" + Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 10_000_000_000L);
      String taken = email();
      Map<String, Object> first = draft(company, taken);
      first.put("phone", phone);
      by(admin, first)
          .execute()
          .path("createUser.user.phone")
          .entity(String.class)
          .isEqualTo(phone);
      Map<String, Object> sameNumber = draft(company, email());
      sameNumber.put("phone", phone);
      assertRefused(by(admin, sameNumber), "createUser", "NOT_UNIQUE");
      String shouted = taken.toUpperCase(Locale.ROOT);
      assertRefused(by(admin, draft(company, shouted)), "createUser", "NOT_UNIQUE");
    }

    @Test
    void refusesWhatIsOutOfUse() {
      UUID company = people.company(CompanyType.CLIENTE);
      GraphQlTester admin = api.as(people.admin().token());
      database
          .sql("update identity.companies set is_active = false where id = ?")
          .param(company)
          .update();
      by(admin, draft(company, email()))
          .execute()
          .path("createUser.errors[*]")
          .matchesJsonStrictly(
              "[{\"code\": \"INVALID_INPUT\", \"path\": [\"input\", \"companyId\"]}]");
    }
  }

  @Nested
  class CompanyMeanwhile {
    @Test
    void isNotTakenOutOfUseUnderANewUser() {
      UUID company = people.company(CompanyType.CLIENTE);
      String admin = people.admin().token();
      CompletableFuture<GraphQlTester.Response> deactivating =
          transactions.execute(
              status -> {
                database
                    .sql("select from identity.companies where id = ? for share")
                    .param(company)
                    .query()
                    .listOfRows();
                people.user(draft -> draft.withCompany(company));
                return waiting.start(
                    () ->
                        api.as(admin)
                            .document(
                                """
                                mutation {
                                  deactivateCompany(input: {id: "%s", expectedVersion: 1}) {
                                    errors { code }
                                  }
                                }
                                """
                                    .formatted(globalId("company", company)))
                            .execute());
              });
      assertThat(deactivating).isNotNull();
      deactivating
          .join()
          .path("deactivateCompany.errors[*].code")
          .entityList(String.class)
          .isEqualTo(List.of("IN_THE_WAY"));
    }
  }

  @Nested
  class ChangeOne {
    private Map<String, Object> change(SignedIn user, int version) {
      Map<String, Object> input = draft(user.companyId(), user.email());
      input.remove("password");
      input.put("id", user.globalId());
      input.put("expectedVersion", version);
      input.put("name", "Changed");
      input.put("locale", "pt-BR");
      input.put("tier", "PRO");
      return input;
    }

    private GraphQlTester.Request<?> by(String token, Map<String, Object> input) {
      return api.as(token).document(CHANGE).variable("input", input);
    }

    @Test
    void changesAndCounts() {
      SignedIn user = people.user(draft -> draft);
      by(people.admin().token(), change(user, 1))
          .execute()
          .path("changeUser")
          .matchesJsonStrictly(
              """
              {"user": {"email": "%s", "phone": null, "name": "Changed", "role": "TECHNICIAN",
                        "locale": "pt-BR", "tier": "PRO", "version": 2},
               "errors": []}
              """
                  .formatted(user.email()));
    }

    @Test
    void isRefusedToWhoeverMayNot() {
      SignedIn user = people.user(draft -> draft);
      SignedIn colleague = people.user(draft -> draft.withCompany(user.companyId()));
      assertFails(by(user.token(), change(user, 1)), "FORBIDDEN");
      assertFails(by(colleague.token(), change(user, 1)), "FORBIDDEN");
      assertRefused(
          by(
              rights.userWith(rights.of(UserRole.TECHNICIAN, "users.write")).token(),
              change(user, 1)),
          "changeUser",
          "UNKNOWN_REFERENCE");
      assertThat(version(user.id())).isEqualTo(1);
    }

    @Test
    void showsTheCurrentOneToWhoeverIsLate() {
      SignedIn user = people.user(draft -> draft.withName("Current"));
      by(people.admin().token(), change(user, 4))
          .execute()
          .path("changeUser")
          .matchesJsonStrictly(
              """
              {"user": null,
               "errors": [{"code": "STALE_VERSION", "path": ["input", "expectedVersion"],
                           "current": {"name": "Current", "version": 1}}]}
              """);
    }

    @Test
    void makesNobodyMoreThanTheCaller() {
      SignedIn keeper = rights.userWith(rights.of(UserRole.TECHNICIAN, "users.write"));
      SignedIn user = people.user(draft -> draft.withCompany(keeper.companyId()));
      Map<String, Object> input = change(user, 1);
      input.put("role", "ADMIN");
      assertFails(by(keeper.token(), input), "FORBIDDEN");
      assertThat(version(user.id())).isEqualTo(1);
    }

    @Test
    void touchesNobodyWhoMayMoreThanTheCaller() {
      SignedIn keeper = rights.userWith(rights.of(UserRole.TECHNICIAN, "users.write"));
      SignedIn admin =
          people.user(draft -> draft.withRole(UserRole.ADMIN).withCompany(keeper.companyId()));
      assertFails(by(keeper.token(), change(admin, 1)), "FORBIDDEN");
      SignedIn more =
          rights.userWith(draft -> draft.withCompany(keeper.companyId()), "roles.write");
      assertFails(by(keeper.token(), change(more, 1)), "FORBIDDEN");
      assertThat(version(admin.id())).isEqualTo(1);
      assertThat(version(more.id())).isEqualTo(1);
    }

    @Test
    void leavesTheSystemUserAlone() {
      Map<String, Object> input = change(people.user(draft -> draft), 1);
      input.put("id", globalId("user", Viewer.SYSTEM_USER));
      assertRefused(by(people.admin().token(), input), "changeUser", "INVALID_INPUT");
    }
  }
}
