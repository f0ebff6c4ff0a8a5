package io.protoworks.identity;

import static io.protoworks.identity.Departments.id;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People.SignedIn;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class DepartmentMemberTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Rights rights;
  @Autowired Departments departments;
  @Autowired JdbcClient database;

  private GraphQlTester.Request<?> act(String verb, String token, String user, UUID department) {
    return api.as(token)
        .document(
            """
            mutation {
              %sDepartment(input: {userId: "%s", departmentId: "%s"}) {
                user { departments { id } }
                department { members { nodes { id } totalCount } }
                errors { code path }
              }
            }
            """
                .formatted(verb, user, id(department)));
  }

  private int count(UUID department) {
    return database
        .sql("select count(*) from identity.user_departments where dept_id = ?")
        .param(department)
        .query(Integer.class)
        .single();
  }

  @Test
  void comeAndGo() {
    UUID department = departments.department();
    SignedIn user = people.user(draft -> draft);
    String admin = people.admin().token();
    for (int time = 0; time < 2; time++) {
      act("assign", admin, user.globalId(), department)
          .execute()
          .path("assignDepartment")
          .matchesJsonStrictly(
              """
              {"user": {"departments": [{"id": "%s"}]},
               "department": {"members": {"nodes": [{"id": "%s"}], "totalCount": 1}},
               "errors": []}
              """
                  .formatted(id(department), user.globalId()));
    }
    for (int time = 0; time < 2; time++) {
      act("remove", admin, user.globalId(), department)
          .execute()
          .path("removeDepartment")
          .matchesJsonStrictly(
              """
              {"user": {"departments": []},
               "department": {"members": {"nodes": [], "totalCount": 0}},
               "errors": []}
              """);
    }
  }

  @Test
  void areNotForWhoeverMayNot() {
    UUID department = departments.department();
    SignedIn user = people.user(draft -> draft);
    assertFails(act("assign", people.stranger().token(), user.globalId(), department), "FORBIDDEN");
    String keeper = rights.userWith("departments.write").token();
    assertRefused(
        act("assign", keeper, user.globalId(), department),
        "assignDepartment",
        "UNKNOWN_REFERENCE");
    assertThat(count(department)).isZero();
    departments.join(user.id(), department);
    assertFails(act("remove", people.stranger().token(), user.globalId(), department), "FORBIDDEN");
    assertThat(count(department)).isEqualTo(1);
  }
}
