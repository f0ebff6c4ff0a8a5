package io.protoworks.plant;

import static io.protoworks.plant.Plants.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ProjectTagTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired JdbcClient database;

  private People.SignedIn manager;
  private UUID project;

  @BeforeEach
  void makeProject() {
    manager = people.user(draft -> draft.withRole(UserRole.MANAGER));
    project = plants.projectOf(manager.companyId());
  }

  private static GraphQlTester.Request<?> ask(
      GraphQlTester caller, String mutation, Map<String, Object> input) {
    return Mutations.ask(
        caller, mutation, "projectTag { name color version project { tags { name } } }", input);
  }

  private Map<String, Object> created(String name, String color) {
    return Map.of("projectId", globalId("project", project), "name", name, "color", color);
  }

  private static Map<String, Object> changed(UUID tag, int version) {
    return Map.of(
        "id",
        globalId("project_tag", tag),
        "expectedVersion",
        version,
        "name",
        "renamed",
        "color",
        "#000000");
  }

  private static Map<String, Object> named(UUID tag, int version) {
    return Map.of("id", globalId("project_tag", tag), "expectedVersion", version);
  }

  private String state() {
    return database
        .sql(
            "select coalesce(string_agg(to_jsonb(tag)::text, ',' order by id), '')"
                + " from plant.project_tags tag where project_id = ?")
        .param(project)
        .query(String.class)
        .single();
  }

  @Test
  void isPutOnChangedAndTakenOff() {
    GraphQlTester caller = api.as(manager.token());
    ask(caller, "createProjectTag", created("urgent", "#FF0000"))
        .execute()
        .path("createProjectTag.projectTag.project.tags[*].name")
        .entityList(String.class)
        .containsExactly("urgent");
    UUID other = plants.tag(project, "late");
    ask(caller, "changeProjectTag", changed(other, 1))
        .execute()
        .path("changeProjectTag.projectTag")
        .matchesJson(
            """
            {"name": "renamed", "color": "#000000", "version": 2}
            """);
    ask(caller, "deleteProjectTag", named(other, 2))
        .execute()
        .path("deleteProjectTag.projectTag.project.tags[*].name")
        .entityList(String.class)
        .containsExactly("urgent");
  }

  @Test
  void saysWhatIsWrongWithTheInput() {
    GraphQlTester caller = api.as(manager.token());
    UUID tag = plants.tag(project, "urgent");
    String before = state();
    assertRefused(
        ask(caller, "createProjectTag", created("urgent", "#FF0000")),
        "createProjectTag",
        "NOT_UNIQUE");
    assertRefused(
        ask(caller, "createProjectTag", created("", "#FF0000")),
        "createProjectTag",
        "INVALID_INPUT");
    assertRefused(
        ask(caller, "createProjectTag", created("blue", "blue")),
        "createProjectTag",
        "INVALID_INPUT");
    assertRefused(
        ask(caller, "changeProjectTag", changed(tag, 3)), "changeProjectTag", "STALE_VERSION");
    assertRefused(
        ask(caller, "deleteProjectTag", named(tag, 3)), "deleteProjectTag", "STALE_VERSION");
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void isRefusedToWhoeverMayNot() {
    UUID tag = plants.tag(project, "urgent");
    GraphQlTester technician =
        api.as(people.user(draft -> draft.withCompany(manager.companyId())).token());
    GraphQlTester stranger = api.as(people.stranger().token());
    String before = state();
    Map<String, Map<String, Object>> inputs =
        Map.of(
            "createProjectTag", created("late", "#FF0000"),
            "changeProjectTag", changed(tag, 1),
            "deleteProjectTag", named(tag, 1));
    for (String mutation : List.copyOf(inputs.keySet())) {
      Map<String, Object> input = inputs.getOrDefault(mutation, Map.of());
      assertFails(ask(api.anonymous(), mutation, input), "UNAUTHENTICATED");
      assertFails(ask(technician, mutation, input), "FORBIDDEN");
      assertRefused(ask(stranger, mutation, input), mutation, "UNKNOWN_REFERENCE");
    }
    assertThat(state()).isEqualTo(before);
  }
}
