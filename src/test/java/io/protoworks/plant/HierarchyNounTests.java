package io.protoworks.plant;

import static io.protoworks.plant.Plants.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds for every level of the hierarchy; a class per level says what the level is. */
@ServerTest
abstract class HierarchyNounTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired JdbcClient database;

  People.SignedIn manager;
  Plants.Plant plant;

  @BeforeEach
  void makePlant() {
    manager = people.user(draft -> draft.withRole(UserRole.MANAGER));
    plant = plants.plantOf(manager.companyId());
  }

  /** The type in the graph. */
  abstract String type();

  abstract String table();

  /** The field of the input that names the parent. */
  abstract String parentField();

  abstract String parentTable();

  abstract UUID parent(Plants.Plant of);

  /** A parent without children. */
  abstract UUID newParent(Plants.Plant of);

  /** One of the level, under the parent. */
  abstract UUID add(UUID parentId, String key);

  /** The field of the natural key. */
  abstract String key();

  /** The other fields of the input that must be there. */
  abstract Map<String, Object> others();

  String prefix() {
    return type().toLowerCase(java.util.Locale.ROOT);
  }

  String parentPrefix() {
    return parentField().replace("Id", "");
  }

  GraphQlTester as(People.SignedIn user) {
    return api.as(user.token());
  }

  GraphQlTester.Request<?> create(GraphQlTester caller, UUID parentId, String key) {
    Map<String, Object> input = new HashMap<>(others());
    input.put(parentField(), globalId(parentPrefix(), parentId));
    input.put(key(), key);
    return ask(caller, "create", input);
  }

  GraphQlTester.Request<?> toggle(GraphQlTester caller, String verb, UUID id, int version) {
    return ask(caller, verb, Map.of("id", globalId(prefix(), id), "expectedVersion", version));
  }

  GraphQlTester.Request<?> ask(GraphQlTester caller, String verb, Map<String, Object> input) {
    return Mutations.ask(
        caller, verb + type(), "%s { id version isActive }".formatted(prefix()), input);
  }

  Map<String, Object> changes(UUID id, int version, UUID parentId, String key) {
    Map<String, Object> input = new HashMap<>(others());
    input.put("id", globalId(prefix(), id));
    input.put("expectedVersion", version);
    input.put(key(), key);
    if (!type().equals("Area")) {
      input.put(parentField(), globalId(parentPrefix(), parentId));
    }
    return input;
  }

  /** Everything of the level in the project, with its versions. */
  String state() {
    return database
        .sql(
            "select coalesce(string_agg(to_jsonb(t)::text, E'\\n' order by t.id), '') from plant.%s t where t.project_id = ?"
                .formatted(table()))
        .param(plant.projectId())
        .query(String.class)
        .single();
  }

  private void assertInTheWay(GraphQlTester.Request<?> request, String verb, String blocker) {
    request
        .execute()
        .path(verb + type() + ".errors[0].code")
        .entity(String.class)
        .isEqualTo("IN_THE_WAY")
        .path(verb + type() + ".errors[0].blockers[0].id")
        .entity(String.class)
        .isEqualTo(blocker)
        .path(verb + type() + "." + prefix())
        .valueIsNull();
  }

  @Test
  void createAddsIt() {
    create(as(manager), parent(plant), "N-1")
        .execute()
        .path("create%s.%s.version".formatted(type(), prefix()))
        .entity(Integer.class)
        .isEqualTo(1);
  }

  @Test
  void createIsRefusedToWhoeverMayNot() {
    People.SignedIn technician = people.user(draft -> draft.withCompany(manager.companyId()));
    String before = state();
    assertFails(create(api.anonymous(), parent(plant), "N-1"), "UNAUTHENTICATED");
    assertFails(create(as(technician), parent(plant), "N-1"), "FORBIDDEN");
    assertRefused(
        create(as(people.stranger()), parent(plant), "N-1"),
        "create" + type(),
        "UNKNOWN_REFERENCE");
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void createRefusesATakenAndAMalformedKey() {
    add(parent(plant), "N-1");
    String before = state();
    assertRefused(create(as(manager), parent(plant), "N-1"), "create" + type(), "NOT_UNIQUE");
    assertRefused(create(as(manager), parent(plant), " N\t"), "create" + type(), "INVALID_INPUT");
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void createIsRefusedUnderWhatIsOutOfUse() {
    UUID closed = newParent(plant);
    plants.deactivate(parentTable(), closed);
    assertInTheWay(create(as(manager), closed, "N-1"), "create", globalId(parentPrefix(), closed));
  }

  @Test
  void changeCountsTheVersion() {
    UUID id = add(parent(plant), "N-1");
    ask(as(manager), "change", changes(id, 1, parent(plant), "N-2"))
        .execute()
        .path("change%s.%s.version".formatted(type(), prefix()))
        .entity(Integer.class)
        .isEqualTo(2);
  }

  @Test
  void changeIsRefusedToWhoeverMayNotOrIsLate() {
    UUID id = add(parent(plant), "N-1");
    People.SignedIn technician = people.user(draft -> draft.withCompany(manager.companyId()));
    String before = state();
    Map<String, Object> input = changes(id, 1, parent(plant), "N-2");
    assertFails(ask(api.anonymous(), "change", input), "UNAUTHENTICATED");
    assertFails(ask(as(technician), "change", input), "FORBIDDEN");
    assertRefused(
        ask(as(people.stranger()), "change", input), "change" + type(), "UNKNOWN_REFERENCE");
    ask(as(manager), "change", changes(id, 7, parent(plant), "N-2"))
        .execute()
        .path("change" + type())
        .matchesJson(
            """
            {"%s": null, "errors": [{"code": "STALE_VERSION", "current": {"id": "%s"}}]}
            """
                .formatted(prefix(), globalId(prefix(), id)));
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void deactivateAndRestoreAreRefusedToWhoeverMayNotOrIsLate() {
    UUID id = add(parent(plant), "N-1");
    UUID closed = add(parent(plant), "N-2");
    plants.deactivate(table(), closed);
    People.SignedIn technician = people.user(draft -> draft.withCompany(manager.companyId()));
    GraphQlTester stranger = as(people.stranger());
    String before = state();
    for (String verb : new String[] {"deactivate", "restore"}) {
      UUID target = verb.equals("restore") ? closed : id;
      assertFails(toggle(api.anonymous(), verb, target, 1), "UNAUTHENTICATED");
      assertFails(toggle(as(technician), verb, target, 1), "FORBIDDEN");
      assertRefused(toggle(stranger, verb, target, 1), verb + type(), "UNKNOWN_REFERENCE");
      assertRefused(toggle(as(manager), verb, target, 7), verb + type(), "STALE_VERSION");
    }
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void goesOutOfUseAndComesBack() {
    UUID id = add(parent(plant), "N-1");
    toggle(as(manager), "deactivate", id, 1)
        .execute()
        .path("deactivate%s.%s.isActive".formatted(type(), prefix()))
        .entity(Boolean.class)
        .isEqualTo(false);
    toggle(as(manager), "restore", id, 2)
        .execute()
        .path("restore%s.%s.isActive".formatted(type(), prefix()))
        .entity(Boolean.class)
        .isEqualTo(true);
  }

  @Test
  void comesBackOnlyUnderWhatIsInUse() {
    UUID closed = newParent(plant);
    UUID id = add(closed, "N-1");
    plants.deactivate(table(), id);
    plants.deactivate(parentTable(), closed);
    assertInTheWay(
        toggle(as(manager), "restore", id, 1), "restore", globalId(parentPrefix(), closed));
  }

  /** Another plant that the manager sees and may write, too. */
  Plants.Plant anotherPlant() {
    Plants.Plant other = plants.plantOf(people.company(CompanyType.CLIENTE));
    plants.participant(other.projectId(), manager.companyId(), CompanyType.MONTADORA);
    return other;
  }

  /** What holds for every level that can move. */
  void movesWithinItsProjectOnly() {
    UUID id = add(parent(plant), "N-1");
    UUID sibling = newParent(plant);
    ask(as(manager), "change", changes(id, 1, sibling, "N-1"))
        .execute()
        .path("change%s.%s.version".formatted(type(), prefix()))
        .entity(Integer.class)
        .isEqualTo(2);
    String before = state();
    assertRefused(
        ask(as(manager), "change", changes(id, 2, parent(anotherPlant()), "N-1")),
        "change" + type(),
        "INVALID_INPUT");
    assertRefused(
        ask(as(manager), "change", changes(id, 2, UUID.randomUUID(), "N-1")),
        "change" + type(),
        "UNKNOWN_REFERENCE");
    UUID closed = newParent(plant);
    plants.deactivate(parentTable(), closed);
    assertInTheWay(
        ask(as(manager), "change", changes(id, 2, closed, "N-1")),
        "change",
        globalId(parentPrefix(), closed));
    assertThat(state()).isEqualTo(before);
  }

  /** What holds for every level that has children: the first ten of them stand in the way. */
  void staysInUseWhileChildrenAre(UUID id, String firstChild, int children) {
    String before = state();
    GraphQlTester.Response response = toggle(as(manager), "deactivate", id, 1).execute();
    response
        .path("deactivate%s.errors[0].blockerCount".formatted(type()))
        .entity(Integer.class)
        .isEqualTo(children)
        .path("deactivate%s.errors[0].blockers[*].id".formatted(type()))
        .entityList(String.class)
        .hasSize(Math.min(children, 10))
        .path("deactivate%s.errors[0].blockers[0].id".formatted(type()))
        .entity(String.class)
        .isEqualTo(firstChild);
    assertThat(state()).isEqualTo(before);
  }
}
