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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class DisciplineTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Rights rights;
  @Autowired JdbcClient database;

  private static final String CREATE =
      """
      mutation($input: CreateDisciplineInput!) {
        createDiscipline(input: $input) {
          discipline { name code legend isActive version }
          errors { __typename code path }
        }
      }
      """;

  private static final String CHANGE =
      """
      mutation($input: ChangeDisciplineInput!) {
        changeDiscipline(input: $input) {
          discipline { name code legend version }
          errors { code ... on StaleVersion { current { ... on Discipline { name version } } } }
        }
      }
      """;

  private static String code() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  private UUID discipline(String code) {
    return database
        .sql(
            "insert into identity.disciplines (name, code, legend) values (?, ?, 'X') returning id")
        .params("Discipline " + code, code)
        .query(UUID.class)
        .single();
  }

  private int version(UUID id) {
    return database
        .sql("select version from identity.disciplines where id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  private GraphQlTester.Request<?> act(String verb, UUID id, int version, String token) {
    return api.as(token)
        .document(
            """
            mutation {
              %1$sDiscipline(input: {id: "%2$s", expectedVersion: %3$d}) {
                discipline { isActive version }
                errors { code }
              }
            }
            """
                .formatted(verb, globalId("discipline", id), version));
  }

  @Nested
  class Create {
    private GraphQlTester.Request<?> by(GraphQlTester caller, String code) {
      return caller
          .document(CREATE)
          .variable("input", Map.of("name", "Electrical", "code", code, "legend", "E"));
    }

    private boolean exists(String code) {
      return database
          .sql("select exists (select from identity.disciplines where code = ?)")
          .param(code)
          .query(Boolean.class)
          .single();
    }

    @Test
    void addsTheDiscipline() {
      String code = code();
      by(api.as(rights.userWith("disciplines.write").token()), code)
          .execute()
          .path("createDiscipline")
          .matchesJsonStrictly(
              """
              {"discipline": {"name": "Electrical", "code": "%s", "legend": "E",
                              "isActive": true, "version": 1},
               "errors": []}
              """
                  .formatted(code));
    }

    @Test
    void isRefusedToWhoeverMayNot() {
      String code = code();
      assertFails(by(api.anonymous(), code), "UNAUTHENTICATED");
      assertFails(by(api.as(people.stranger().token()), code), "FORBIDDEN");
      assertFails(by(api.as(rights.userWith("companies.write").token()), code), "FORBIDDEN");
      assertThat(exists(code)).isFalse();
    }

    @Test
    void refusesACodeThatIsTaken() {
      String code = code();
      discipline(code);
      by(api.as(people.admin().token()), code)
          .execute()
          .path("createDiscipline")
          .matchesJsonStrictly(
              """
              {"discipline": null,
               "errors": [{"__typename": "NotUnique", "code": "NOT_UNIQUE", "path": ["input", "code"]}]}
              """);
    }

    @Test
    void refusesWhatDoesNotFit() {
      GraphQlTester admin = api.as(people.admin().token());
      assertRefused(by(admin, "ELEVENCHARS"), "createDiscipline", "INVALID_INPUT");
      assertRefused(by(admin, "A\nB"), "createDiscipline", "INVALID_INPUT");
      assertRefused(by(admin, "A\0B"), "createDiscipline", "INVALID_INPUT");
      assertRefused(
          admin
              .document(CREATE)
              .variable("input", Map.of("name", " ", "code", code(), "legend", "E")),
          "createDiscipline",
          "INVALID_INPUT");
      assertRefused(
          admin
              .document(CREATE)
              .variable("input", Map.of("name", "N", "code", code(), "legend", "SIXSIX")),
          "createDiscipline",
          "INVALID_INPUT");
    }
  }

  @Nested
  class ChangeOne {
    private GraphQlTester.Request<?> by(String token, UUID id, int version, String code) {
      return api.as(token)
          .document(CHANGE)
          .variable(
              "input",
              Map.of(
                  "id",
                  globalId("discipline", id),
                  "expectedVersion",
                  version,
                  "name",
                  "Changed",
                  "code",
                  code,
                  "legend",
                  "C"));
    }

    @Test
    void changesAndCounts() {
      String code = code();
      by(people.admin().token(), discipline(code()), 1, code)
          .execute()
          .path("changeDiscipline")
          .matchesJsonStrictly(
              """
              {"discipline": {"name": "Changed", "code": "%s", "legend": "C", "version": 2}, "errors": []}
              """
                  .formatted(code));
    }

    @Test
    void showsTheCurrentOneToWhoeverIsLate() {
      String code = code();
      UUID id = discipline(code);
      by(people.admin().token(), id, 3, code())
          .execute()
          .path("changeDiscipline")
          .matchesJsonStrictly(
              """
              {"discipline": null,
               "errors": [{"code": "STALE_VERSION",
                           "current": {"name": "Discipline %s", "version": 1}}]}
              """
                  .formatted(code));
      assertThat(version(id)).isEqualTo(1);
    }

    @Test
    void isRefusedToWhoeverMayNot() {
      UUID id = discipline(code());
      assertFails(by(people.stranger().token(), id, 1, code()), "FORBIDDEN");
      assertThat(version(id)).isEqualTo(1);
    }
  }

  @Nested
  class DeactivateAndRestore {
    @Test
    void takeOutOfUseAndBack() {
      UUID id = discipline(code());
      String admin = people.admin().token();
      act("deactivate", id, 1, admin)
          .execute()
          .path("deactivateDiscipline")
          .matchesJsonStrictly(
              "{\"discipline\": {\"isActive\": false, \"version\": 2}, \"errors\": []}");
      act("restore", id, 2, admin)
          .execute()
          .path("restoreDiscipline")
          .matchesJsonStrictly(
              "{\"discipline\": {\"isActive\": true, \"version\": 3}, \"errors\": []}");
    }

    @Test
    void areRefusedToWhoeverMayNotOrIsLate() {
      UUID id = discipline(code());
      String stranger = people.stranger().token();
      assertFails(act("deactivate", id, 1, stranger), "FORBIDDEN");
      assertFails(act("restore", id, 1, stranger), "FORBIDDEN");
      assertRefused(
          act("deactivate", id, 2, people.admin().token()),
          "deactivateDiscipline",
          "STALE_VERSION");
      assertRefused(
          act("deactivate", UUID.randomUUID(), 1, people.admin().token()),
          "deactivateDiscipline",
          "UNKNOWN_REFERENCE");
      assertThat(version(id)).isEqualTo(1);
    }
  }

  @Nested
  class Read {
    @Test
    void showsAllToWhoeverIsSignedIn() {
      String code = code();
      UUID id = discipline(code);
      api.as(people.stranger().token())
          .document(
              "query($code: String!, $id: ID!) {"
                  + " discipline(code: $code) { name } node(id: $id) { id } }")
          .variable("code", code)
          .variable("id", globalId("discipline", id))
          .execute()
          .path("discipline.name")
          .entity(String.class)
          .isEqualTo("Discipline " + code)
          .path("node.id")
          .entity(String.class)
          .isEqualTo(globalId("discipline", id));
      assertFails(api.anonymous().document("{ disciplines { totalCount } }"), "UNAUTHENTICATED");
      assertFails(
          api.anonymous().document("{ discipline(code: \"ELE\") { name } }"), "UNAUTHENTICATED");
    }

    @Test
    void pagesByCodeBothWays() {
      discipline("!" + code());
      discipline("!" + code());
      String token = people.stranger().token();
      for (String order : List.of("CODE_ASC", "CODE_DESC")) {
        String page =
            """
            query($first: Int, $after: String, $last: Int, $before: String) {
              disciplines(orderBy: %s, first: $first, after: $after, last: $last, before: $before) {
                nodes { code }
                pageInfo { startCursor endCursor }
              }
            }
            """
                .formatted(order);
        GraphQlTester.Response both = api.as(token).document(page).variable("first", 2).execute();
        List<String> codes = both.path("disciplines.nodes[*].code").entityList(String.class).get();
        String start = both.path("disciplines.pageInfo.startCursor").entity(String.class).get();
        String end = both.path("disciplines.pageInfo.endCursor").entity(String.class).get();
        api.as(token)
            .document(page)
            .variable("first", 1)
            .variable("after", start)
            .execute()
            .path("disciplines.nodes[*].code")
            .entityList(String.class)
            .isEqualTo(List.of(codes.getLast()));
        api.as(token)
            .document(page)
            .variable("last", 1)
            .variable("before", end)
            .execute()
            .path("disciplines.nodes[*].code")
            .entityList(String.class)
            .isEqualTo(List.of(codes.getFirst()));
      }
    }

    @Test
    void leavesInactiveOnesOutUnlessAsked() {
      UUID id = discipline(code());
      String token = people.stranger().token();
      String counts =
          "{ a: disciplines { totalCount }"
              + " b: disciplines(filter: {includeInactive: true}) { totalCount } }";
      act("deactivate", id, 1, people.admin().token()).executeAndVerify();
      GraphQlTester.Response answer = api.as(token).document(counts).execute();
      int active = answer.path("a.totalCount").entity(Integer.class).get();
      answer
          .path("b.totalCount")
          .entity(Integer.class)
          .satisfies(all -> assertThat(all).isGreaterThan(active));
    }

    @Test
    void listsTheirPeopleWhomTheViewerFinds() {
      UUID id = discipline(code());
      SignedIn mine = people.user(draft -> draft);
      SignedIn other = people.user(draft -> draft);
      database
          .sql("update identity.users set discipline_id = ? where id in (?, ?)")
          .params(id, mine.id(), other.id())
          .update();
      String query =
          """
          query($id: ID!) {
            node(id: $id) { ... on Discipline { users { nodes { id discipline { id } } totalCount } } }
          }
          """;
      api.as(mine.token())
          .document(query)
          .variable("id", globalId("discipline", id))
          .execute()
          .path("node.users")
          .matchesJsonStrictly(
              "{\"nodes\": [{\"id\": \"%s\", \"discipline\": {\"id\": \"%s\"}}], \"totalCount\": 1}"
                  .formatted(mine.globalId(), globalId("discipline", id)));
      api.as(people.admin().token())
          .document(query)
          .variable("id", globalId("discipline", id))
          .execute()
          .path("node.users.totalCount")
          .entity(Integer.class)
          .isEqualTo(2);
    }
  }
}
