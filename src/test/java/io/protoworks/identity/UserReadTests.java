package io.protoworks.identity;

import static io.protoworks.identity.Rights.globalId;
import static io.protoworks.testing.Refusals.assertFails;

import io.protoworks.identity.People.SignedIn;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

@ServerTest
class UserReadTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Rights rights;

  private static String email() {
    return UUID.randomUUID() + "@users.example";
  }

  private GraphQlTester.Response list(String token, String arguments) {
    return api.as(token)
        .document("{ users(%s) { nodes { name email } totalCount } }".formatted(arguments))
        .execute();
  }

  @Test
  void findsOnlyTheirOwnCompanyWithoutThePermission() {
    SignedIn user = people.user(draft -> draft.withName("Mine"));
    SignedIn foreigner = people.user(draft -> draft);
    list(user.token(), "first: 5")
        .path("users.nodes[*].name")
        .entityList(String.class)
        .isEqualTo(List.of("Mine"))
        .path("users.totalCount")
        .entity(Integer.class)
        .isEqualTo(1);
    list(user.token(), "filter: {search: \"%s\"}".formatted(foreigner.email()))
        .path("users.totalCount")
        .entity(Integer.class)
        .isEqualTo(0);
    api.as(user.token())
        .document(
            "query($id: ID!, $email: String!) { node(id: $id) { id } user(email: $email) { id } }")
        .variable("id", foreigner.globalId())
        .variable("email", foreigner.email())
        .execute()
        .path("node")
        .valueIsNull()
        .path("user")
        .valueIsNull();
    assertFails(api.anonymous().document("{ users { totalCount } }"), "UNAUTHENTICATED");
  }

  @Test
  void narrowsByFilterAndSearch() {
    SignedIn one = people.user(draft -> draft.withName("100% Ana_" + UUID.randomUUID()));
    people.user(draft -> draft.withCompany(one.companyId()).withRole(UserRole.MANAGER));
    String reader = rights.userWith("users.read").token();
    String company = globalId("company", one.companyId());
    list(reader, "filter: {companyId: \"%s\"}".formatted(company))
        .path("users.totalCount")
        .entity(Integer.class)
        .isEqualTo(2);
    list(reader, "filter: {companyId: \"%s\", role: MANAGER}".formatted(company))
        .path("users.totalCount")
        .entity(Integer.class)
        .isEqualTo(1);
    for (String search :
        List.of("100% ana_", one.email().substring(3, 30).toUpperCase(Locale.ROOT))) {
      list(reader, "filter: {companyId: \"%s\", search: \"%s\"}".formatted(company, search))
          .path("users.nodes[*].email")
          .entityList(String.class)
          .isEqualTo(List.of(one.email()));
    }
    list(reader, "filter: {companyId: \"%s\", search: \"100__ana\"}".formatted(company))
        .path("users.totalCount")
        .entity(Integer.class)
        .isEqualTo(0);
  }

  @Test
  void pagesInEveryOrderBothWays() {
    UUID company = people.company(CompanyType.CLIENTE);
    for (String name : List.of("A", "B", "C")) {
      people.user(
          draft ->
              draft
                  .withCompany(company)
                  .withName(name)
                  .withEmail(name.toLowerCase(Locale.ROOT) + email()));
    }
    String reader = rights.userWith("users.read").token();
    Map<String, List<String>> orders =
        Map.of(
            "NAME_ASC", List.of("A", "B", "C"),
            "NAME_DESC", List.of("C", "B", "A"),
            "EMAIL_ASC", List.of("A", "B", "C"),
            "EMAIL_DESC", List.of("C", "B", "A"));
    orders.forEach(
        (order, names) -> {
          String page =
              """
          query($first: Int, $after: String, $last: Int, $before: String) {
            users(filter: {companyId: "%s"}, orderBy: %s,
                  first: $first, after: $after, last: $last, before: $before) {
              nodes { name } edges { cursor } pageInfo { hasNextPage hasPreviousPage }
            }
          }
          """
                  .formatted(globalId("company", company), order);
          GraphQlTester.Response first =
              api.as(reader).document(page).variable("first", 2).execute();
          first
              .path("users.nodes[*].name")
              .entityList(String.class)
              .isEqualTo(names.subList(0, 2))
              .path("users.pageInfo.hasNextPage")
              .entity(Boolean.class)
              .isEqualTo(true);
          String second = first.path("users.edges[1].cursor").entity(String.class).get();
          api.as(reader)
              .document(page)
              .variable("first", 2)
              .variable("after", second)
              .execute()
              .path("users.nodes[*].name")
              .entityList(String.class)
              .isEqualTo(names.subList(2, 3))
              .path("users.pageInfo.hasNextPage")
              .entity(Boolean.class)
              .isEqualTo(false);
          api.as(reader)
              .document(page)
              .variable("last", 2)
              .variable("before", second)
              .execute()
              .path("users.nodes[*].name")
              .entityList(String.class)
              .isEqualTo(names.subList(0, 1));
          String otherOrder =
              page.replace(order, order.startsWith("NAME") ? "EMAIL_ASC" : "NAME_ASC");
          assertFails(api.as(reader).document(otherOrder).variable("after", second), "BAD_REQUEST");
        });
  }

  @Test
  void listsThemUnderTheirCompanyAndRole() {
    SignedIn user = people.user(draft -> draft);
    people.user(draft -> draft.withCompany(user.companyId()).withRole(UserRole.CLIENT));
    UUID role = rights.role("registers.export");
    rights.give(user.id(), role);
    api.as(people.admin().token())
        .document(
            """
            query($company: ID!, $role: ID!) {
              company: node(id: $company) { ... on Company { users(filter: {role: TECHNICIAN}, orderBy: EMAIL_DESC) { nodes { id } totalCount } } }
              role: node(id: $role) { ... on Role { users { nodes { id } totalCount } } }
            }
            """)
        .variable("company", globalId("company", user.companyId()))
        .variable("role", globalId("role", role))
        .execute()
        .path("company.users")
        .matchesJsonStrictly(
            "{\"nodes\": [{\"id\": \"%s\"}], \"totalCount\": 1}".formatted(user.globalId()))
        .path("role.users")
        .matchesJsonStrictly(
            "{\"nodes\": [{\"id\": \"%s\"}], \"totalCount\": 1}".formatted(user.globalId()));
  }

  @Test
  void showsWhatOneMayDoOnlyToOneselfAndReaders() {
    SignedIn user = people.user(draft -> draft);
    UUID role = rights.role("companies.write", "registers.export");
    rights.give(user.id(), role);
    SignedIn colleague = people.user(draft -> draft.withCompany(user.companyId()));
    String query =
        "query($id: ID!) { node(id: $id) { ... on User { permissions roles { id permissions } } } }";
    for (String token : List.of(user.token(), rights.userWith("users.read").token())) {
      api.as(token)
          .document(query)
          .variable("id", user.globalId())
          .execute()
          .path("node")
          .matchesJsonStrictly(
              """
              {"permissions": ["%s"],
               "roles": [{"id": "%s", "permissions": ["companies.write", "registers.export"]}]}
              """
                  .formatted(
                      String.join("\", \"", rights.of(UserRole.TECHNICIAN, "companies.write")),
                      globalId("role", role)));
    }
    api.as(colleague.token())
        .document(query)
        .variable("id", user.globalId())
        .execute()
        .path("node")
        .matchesJsonStrictly("{\"permissions\": null, \"roles\": []}");
  }
}
