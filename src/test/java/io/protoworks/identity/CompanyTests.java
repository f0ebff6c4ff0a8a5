package io.protoworks.identity;

import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.platform.TypeId;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class CompanyTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired JdbcClient database;

  private static final String CREATE =
      """
      mutation($input: CreateCompanyInput!) {
        createCompany(input: $input) {
          company { id name type isActive version }
          errors { __typename message code path }
        }
      }
      """;

  private static final String CHANGE =
      """
      mutation($input: ChangeCompanyInput!) {
        changeCompany(input: $input) {
          company { name type phone version }
          errors { code ... on StaleVersion { current { id ... on Company { name version } } } }
        }
      }
      """;

  private static final String DEACTIVATE =
      """
      mutation($input: DeactivateCompanyInput!) {
        deactivateCompany(input: $input) {
          company { isActive version }
          errors { code message ... on InTheWay { blockerCount blockers { id } } }
        }
      }
      """;

  private static String globalId(UUID id) {
    return new TypeId("company", id).toString();
  }

  private long countCompanies() {
    return database.sql("select count(*) from identity.companies").query(Long.class).single();
  }

  @Nested
  class Create {
    private final Map<String, Object> input = Map.of("name", "Sete Mares", "type", "MONTADORA");

    private GraphQlTester.Request<?> by(GraphQlTester caller) {
      return caller.document(CREATE).variable("input", input);
    }

    @Test
    void addsTheCompany() {
      by(api.as(people.admin().token()))
          .execute()
          .path("createCompany.company.name")
          .entity(String.class)
          .isEqualTo("Sete Mares")
          .path("createCompany.company.version")
          .entity(Integer.class)
          .isEqualTo(1)
          .path("createCompany.errors")
          .entityList(Object.class)
          .hasSize(0);
    }

    @Test
    void isRefusedToWhoeverMayNot() {
      long before = countCompanies();
      assertFails(by(api.anonymous()), "UNAUTHENTICATED");
      String technician = people.user(draft -> draft).token();
      long own = countCompanies();
      assertFails(by(api.as(technician)), "FORBIDDEN");
      assertThat(countCompanies()).isEqualTo(own).isEqualTo(before + 1);
    }

    @Test
    void needsAName() {
      String admin = people.admin().token();
      long before = countCompanies();
      assertRefused(
          api.as(admin)
              .document(CREATE)
              .variable("input", Map.of("name", "  ", "type", "MONTADORA")),
          "createCompany",
          "INVALID_INPUT");
      assertThat(countCompanies()).isEqualTo(before);
    }
  }

  @Nested
  class ChangeOne {
    @Test
    void countsTheVersionAndEmptiesWhatIsLeftOut() {
      UUID company = people.company(CompanyType.CLIENTE);
      api.as(people.admin().token())
          .document(CHANGE)
          .variable("input", change(company, 1, "Renamed"))
          .execute()
          .path("changeCompany.company")
          .matchesJsonStrictly(
              """
              {"name": "Renamed", "type": "FORNECEDOR", "phone": null, "version": 2}
              """);
    }

    @Test
    void showsTheCurrentOneToWhoeverIsLate() {
      UUID company = people.company(CompanyType.CLIENTE, "Current name");
      api.as(people.admin().token())
          .document(CHANGE)
          .variable("input", change(company, 7, "Too late"))
          .execute()
          .path("changeCompany")
          .matchesJsonStrictly(
              """
              {"company": null,
               "errors": [{"code": "STALE_VERSION",
                           "current": {"id": "%s", "name": "Current name", "version": 1}}]}
              """
                  .formatted(globalId(company)));
    }

    @Test
    void refusesAnIdOfAnotherType() {
      String admin = people.admin().token();
      assertFails(
          api.as(admin)
              .document(CHANGE)
              .variable(
                  "input",
                  Map.of(
                      "id",
                      new TypeId("user", UUID.randomUUID()).toString(),
                      "expectedVersion",
                      1,
                      "name",
                      "Anything",
                      "type",
                      "CLIENTE")),
          "BAD_REQUEST");
    }

    private Map<String, Object> change(UUID company, int version, String name) {
      return Map.of(
          "id", globalId(company), "expectedVersion", version, "name", name, "type", "FORNECEDOR");
    }
  }

  @Nested
  class Deactivate {
    @Test
    void isRefusedWhileUsersAreActive() {
      People.SignedIn user = people.user(draft -> draft);
      api.as(people.admin().token())
          .document(DEACTIVATE)
          .variable("input", Map.of("id", globalId(user.companyId()), "expectedVersion", 1))
          .execute()
          .path("deactivateCompany.errors[0].code")
          .entity(String.class)
          .isEqualTo("IN_THE_WAY")
          .path("deactivateCompany.errors[0].blockers[0].id")
          .entity(String.class)
          .isEqualTo(user.globalId());
    }

    @Test
    void leavesTheListAndComesBack() {
      UUID company = people.company(CompanyType.CLIENTE);
      String admin = people.admin().token();
      api.as(admin)
          .document(DEACTIVATE)
          .variable("input", Map.of("id", globalId(company), "expectedVersion", 1))
          .execute()
          .path("deactivateCompany.company.isActive")
          .entity(Boolean.class)
          .isEqualTo(false);
    }
  }

  @Nested
  class Read {
    private static final String NODE = "query($id: ID!) { node(id: $id) { id } }";

    @Test
    void findsOnlyTheirOwnWithoutThePermission() {
      People.SignedIn user = people.user(draft -> draft);
      api.as(user.token())
          .document("{ companies { nodes { id } totalCount } }")
          .execute()
          .path("companies.totalCount")
          .entity(Integer.class)
          .isEqualTo(1)
          .path("companies.nodes[0].id")
          .entity(String.class)
          .isEqualTo(globalId(user.companyId()));
    }

    @Test
    void doesNotTellAStrangersCompanyFromNone() {
      UUID company = people.company(CompanyType.CLIENTE);
      String user = people.user(draft -> draft).token();
      for (UUID id : new UUID[] {company, UUID.randomUUID()}) {
        api.as(user)
            .document(NODE)
            .variable("id", globalId(id))
            .execute()
            .path("node")
            .valueIsNull();
      }
    }

    @Test
    void pagesForwardAndBackward() {
      String admin = people.admin().token();
      String page =
          """
          query($first: Int, $after: String, $last: Int, $before: String) {
            companies(first: $first, after: $after, last: $last, before: $before) {
              nodes { name }
              pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            }
          }
          """;
      people.company(CompanyType.CLIENTE, "!1");
      people.company(CompanyType.CLIENTE, "!2");
      GraphQlTester.Response first = api.as(admin).document(page).variable("first", 1).execute();
      String cursor = first.path("companies.pageInfo.endCursor").entity(String.class).get();
      GraphQlTester.Response second =
          api.as(admin).document(page).variable("first", 1).variable("after", cursor).execute();
      String secondCursor =
          second.path("companies.pageInfo.startCursor").entity(String.class).get();
      api.as(admin)
          .document(page)
          .variable("last", 1)
          .variable("before", secondCursor)
          .execute()
          .path("companies.nodes[0].name")
          .entity(String.class)
          .isEqualTo(first.path("companies.nodes[0].name").entity(String.class).get());
      assertFails(
          api.as(admin).document(page).variable("first", 1).variable("last", 1), "BAD_REQUEST");
      assertFails(api.as(admin).document(page).variable("first", 101), "BAD_REQUEST");
      assertFails(
          api.as(admin).document(page).variable("first", 1).variable("after", "nonsense"),
          "BAD_REQUEST");
    }
  }
}
