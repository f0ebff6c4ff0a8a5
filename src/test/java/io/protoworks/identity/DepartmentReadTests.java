package io.protoworks.identity;

import static io.protoworks.identity.Departments.id;
import static io.protoworks.testing.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People.SignedIn;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

@ServerTest
class DepartmentReadTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Rights rights;
  @Autowired Departments departments;
  @Autowired Statements statements;

  private static final String NODE =
      """
      query($id: ID!) {
        node(id: $id) { ... on Department { name parent { name } children { name } } }
      }
      """;

  private GraphQlTester.Response see(String token, UUID department) {
    return api.as(token).document(NODE).variable("id", id(department)).execute();
  }

  @Test
  void membersSeeTheirsAndAllAbove() {
    UUID top = departments.department();
    UUID mine = departments.department("Mine", top);
    UUID sibling = departments.department("Sibling", top);
    UUID below = departments.department("Below", mine);
    SignedIn member = people.user(draft -> draft);
    departments.join(member.id(), mine);
    see(member.token(), top)
        .path("node.children[*].name")
        .entityList(String.class)
        .isEqualTo(List.of("Mine"));
    see(member.token(), mine).path("node.parent").hasValue();
    see(member.token(), sibling).path("node").valueIsNull();
    see(member.token(), below).path("node").valueIsNull();
    api.as(member.token())
        .document("{ departments { nodes { id } totalCount } }")
        .execute()
        .path("departments.totalCount")
        .entity(Integer.class)
        .isEqualTo(2);
    api.as(member.token())
        .document("{ departments(filter: {topOnly: true}) { nodes { id } } }")
        .execute()
        .path("departments.nodes[*].id")
        .entityList(String.class)
        .isEqualTo(List.of(id(top)));
  }

  @Test
  void strangersSeeNoneAndReadersSeeAll() {
    UUID top = departments.department();
    departments.department("Child", top);
    String stranger = people.stranger().token();
    see(stranger, top).path("node").valueIsNull();
    api.as(stranger)
        .document("{ departments { totalCount } }")
        .execute()
        .path("departments.totalCount")
        .entity(Integer.class)
        .isEqualTo(0);
    for (String permission : List.of("users.read", "departments.write")) {
      see(rights.userWith(permission).token(), top)
          .path("node.children[*].name")
          .entityList(String.class)
          .isEqualTo(List.of("Child"));
    }
    assertFails(api.anonymous().document("{ departments { totalCount } }"), "UNAUTHENTICATED");
  }

  @Test
  void pagesMembersOfManyDepartmentsInOneStatement() {
    UUID top = departments.department();
    for (String name : List.of("A", "B", "C")) {
      UUID child = departments.department(name, top);
      for (int number = 1; number <= 3; number++) {
        String user = name + number;
        departments.join(people.user(draft -> draft.withName(user)).id(), child);
      }
    }
    String query =
        """
        query($id: ID!, $after: String) {
          node(id: $id) { ... on Department {
            children { members(first: 2, after: $after) {
              nodes { name } totalCount pageInfo { hasNextPage endCursor } } } } }
        }
        """;
    String admin = people.admin().token();
    List<String> executed =
        statements.during(
            () ->
                api.as(admin)
                    .document(query)
                    .variable("id", id(top))
                    .execute()
                    .path("node.children[*].members.nodes[*].name")
                    .entityList(String.class)
                    .isEqualTo(List.of("A1", "A2", "B1", "B2", "C1", "C2"))
                    .path("node.children[*].members.totalCount")
                    .entityList(Integer.class)
                    .isEqualTo(List.of(3, 3, 3)));
    assertThat(executed)
        .filteredOn(statement -> statement.startsWith("UserMapper"))
        .containsExactlyInAnyOrder("UserMapper.listByParentIds", "UserMapper.countByParentIds");
    String cursor =
        api.as(admin)
            .document(query)
            .variable("id", id(top))
            .execute()
            .path("node.children[0].members.pageInfo.endCursor")
            .entity(String.class)
            .get();
    api.as(admin)
        .document(query)
        .variable("id", id(top))
        .variable("after", cursor)
        .execute()
        .path("node.children[0].members.nodes[*].name")
        .entityList(String.class)
        .isEqualTo(List.of("A3"));
  }
}
