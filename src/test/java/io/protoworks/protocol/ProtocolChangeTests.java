package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.COMISSIONADORA;
import static io.protoworks.identity.CompanyType.FORNECEDOR;
import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.template.ProtocolType.C1;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Mutations;
import io.protoworks.plant.Plants;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can be done with a protocol until it is released: changed, taken out of use and back. */
@ServerTest
class ProtocolChangeTests {
  private static final String CHANGE = "changeProtocol";
  private static final String DEACTIVATE = "deactivateProtocol";
  private static final String RESTORE = "restoreProtocol";

  @Autowired Api api;
  @Autowired People people;
  @Autowired Play play;
  @Autowired Plants plants;
  @Autowired JdbcClient database;

  private Cast cast;
  private GraphQlTester engineering;
  private UUID first;
  private UUID second;
  private State protocol;

  @BeforeEach
  void drawUp() {
    cast = play.cast();
    engineering = cast.as(GERENCIADORA, UserRole.ENGINEERING);
    first = cast.equipment("P-101");
    second = cast.equipment("P-102");
    protocol = cast.create(play.template(C1), C1, first);
  }

  private static GraphQlTester.Request<?> asking(
      GraphQlTester caller, String mutation, Map<String, Object> input) {
    return Mutations.ask(
        caller,
        mutation,
        "protocol { id version isActive status dueOn executorCompany { id } assignments { equipment { tagId } } }",
        input);
  }

  /** The protocol for these equipments, as it is else. */
  private Map<String, Object> changing(State seen, UUID... equipments) {
    return changing(seen, Map.of(), equipments);
  }

  private Map<String, Object> changing(State seen, Map<String, Object> more, UUID... equipments) {
    Map<String, Object> input = new HashMap<>();
    input.put(
        "equipmentIds",
        Arrays.stream(equipments).map(id -> Plants.globalId("equipment", id)).toList());
    input.put("executorCompanyId", company(MONTADORA));
    input.putAll(more);
    return Play.input(seen, input);
  }

  private String company(CompanyType part) {
    return Plants.globalId("company", cast.site().company(part));
  }

  private Map<String, Object> input(String mutation, State seen) {
    return mutation.equals(CHANGE) ? changing(seen, second) : Play.input(seen, Map.of());
  }

  private State does(String mutation, State seen) {
    return play.ask(engineering, mutation, input(mutation, seen));
  }

  /** The protocol where the mutation has something to do. */
  private State ready(String mutation) {
    return mutation.equals(RESTORE) ? does(DEACTIVATE, protocol) : protocol;
  }

  /** All that a change could touch, in one text: to be equal. */
  private String state() {
    return database
        .sql(
            """
            select concat_ws('|', protocol::text,
                     (select string_agg(assignment::text, ';' order by assignment.id)
                        from protocol.protocol_equipment_companies assignment
                       where assignment.protocol_id = protocol.id),
                     (select count(*) from protocol.protocol_status_history history
                       where history.protocol_id = protocol.id),
                     (select count(*) from audit.audit_logs where entity_id = protocol.id))
              from protocol.protocols protocol
             where protocol.id = ?
            """)
        .param(uuid())
        .query(String.class)
        .single();
  }

  private UUID uuid() {
    return TypeId.parse(protocol.id()).uuid();
  }

  private void assertUnchanged(Runnable attempts) {
    String before = state();
    attempts.run();
    assertThat(state()).isEqualTo(before);
  }

  private void assertIsRefused(String mutation, Map<String, Object> input, String code) {
    assertUnchanged(() -> assertRefused(asking(engineering, mutation, input), mutation, code));
  }

  /** What happened to the protocol, with its version before and after. */
  private List<String> trail() {
    return database
        .sql(
            """
            select concat_ws(' ', event_type, action, previous_data ->> 'version', new_data ->> 'version')
              from audit.audit_logs
             where entity_type = 'Protocol' and entity_id = ?
             order by sequence
            """)
        .param(uuid())
        .query((row, number) -> row.getString(1))
        .list();
  }

  private List<String> history() {
    return database
        .sql(
            "select new_status from protocol.protocol_status_history where protocol_id = ?"
                + " order by sequence")
        .param(uuid())
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Test
  void isStatedAnew() {
    asking(
            engineering,
            CHANGE,
            changing(
                protocol,
                Map.of("dueOn", "2030-05-31", "executorCompanyId", company(FORNECEDOR)),
                second))
        .execute()
        .path(CHANGE)
        .matchesJson(
            """
            {"protocol": {"version": 2, "status": "CREATED", "dueOn": "2030-05-31", "executorCompany": {"id": "%s"},
                          "assignments": [{"equipment": {"tagId": "P-102"}}]},
             "errors": []}
            """
                .formatted(company(FORNECEDOR)));
    assertThat(trail()).containsExactly("protocol.created CREATE 1", "protocol.changed UPDATE 1 2");
  }

  @Test
  void emptiesWhatIsLeftOutAndNamesAgainWhatWasTakenOff() {
    State due =
        play.ask(
            engineering,
            CHANGE,
            changing(
                protocol,
                Map.of("dueOn", "2030-05-31", "companyIds", List.of(company(FORNECEDOR))),
                second));
    asking(engineering, CHANGE, changing(due, first, second))
        .execute()
        .path(CHANGE)
        .matchesJson(
            """
            {"protocol": {"version": 3, "dueOn": null}, "errors": []}
            """)
        .path(CHANGE + ".protocol.assignments[*].equipment.tagId")
        .entityList(String.class)
        .containsExactly("P-101", "P-102");
    assertThat(trail()).hasSize(3);
    assertThat(history()).containsExactly("CREATED");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    UUID elsewhere = plants.equipment(plants.subsystem(cast.site().systemId(), "SS2"), "P-201");
    UUID outOfUse = cast.equipment("P-103");
    plants.deactivate("equipments", outOfUse);
    assertIsRefused(CHANGE, changing(protocol), "INVALID_INPUT");
    assertIsRefused(CHANGE, changing(protocol, elsewhere), "INVALID_INPUT");
    assertIsRefused(CHANGE, changing(protocol, first, elsewhere), "INVALID_INPUT");
    assertIsRefused(CHANGE, changing(protocol, outOfUse), "IN_THE_WAY");
    assertIsRefused(CHANGE, changing(protocol, UUID.randomUUID()), "UNKNOWN_REFERENCE");
    for (Map<String, Object> more :
        List.<Map<String, Object>>of(
            Map.of("executorCompanyId", company(COMISSIONADORA)), Map.of("dueOn", "1999-12-31"))) {
      assertIsRefused(CHANGE, changing(protocol, more, first), "INVALID_INPUT");
    }
    String stranger = Plants.globalId("company", people.company(MONTADORA));
    for (Map<String, Object> more :
        List.<Map<String, Object>>of(
            Map.of("executorCompanyId", stranger), Map.of("companyIds", List.of(stranger)))) {
      assertIsRefused(CHANGE, changing(protocol, more, first), "UNKNOWN_REFERENCE");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {CHANGE, DEACTIVATE})
  void staysOnceItIsReleased(String mutation) {
    State released = cast.release(protocol);
    assertIsRefused(mutation, input(mutation, released), "TRANSITION_BLOCKED");
  }

  @ParameterizedTest
  @ValueSource(strings = {CHANGE, DEACTIVATE, RESTORE})
  void isForThoseWhoDrawProtocolsUp(String mutation) {
    State seen = ready(mutation);
    Map<String, Object> input = input(mutation, seen);
    assertUnchanged(
        () -> {
          assertFails(asking(api.anonymous(), mutation, input), "UNAUTHENTICATED");
          assertRefused(
              asking(api.as(people.stranger().token()), mutation, input),
              mutation,
              "UNKNOWN_REFERENCE");
          for (GraphQlTester other :
              List.of(
                  cast.as(GERENCIADORA, UserRole.TECHNICIAN),
                  cast.as(COMISSIONADORA, UserRole.ENGINEERING))) {
            assertFails(asking(other, mutation, input), "FORBIDDEN");
          }
        });
    assertThat(play.ask(cast.as(MONTADORA, UserRole.MANAGER), mutation, input).version())
        .isEqualTo(seen.version() + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {CHANGE, DEACTIVATE, RESTORE})
  void isShownAsItIsToWhoeverIsLate(String mutation) {
    State seen = ready(mutation);
    assertUnchanged(
        () ->
            asking(engineering, mutation, input(mutation, new State(seen.id(), 7, seen.status())))
                .execute()
                .path(mutation)
                .matchesJson(
                    """
                    {"protocol": null, "errors": [{"code": "STALE_VERSION", "current": {"id": "%s"}}]}
                    """
                        .formatted(seen.id())));
  }

  @Test
  void goesOutOfUseAndComesBack() {
    State gone = does(DEACTIVATE, protocol);
    assertThat(listed(false)).isEmpty();
    assertThat(listed(true)).containsExactly(protocol.id());
    assertUnchanged(() -> does(DEACTIVATE, gone));
    assertThat(play.blockers(engineering, "releaseProtocol", gone, Map.of())).contains("INACTIVE");
    State back = does(RESTORE, gone);
    assertThat(listed(false)).containsExactly(protocol.id());
    assertUnchanged(() -> does(RESTORE, back));
    assertThat(trail())
        .containsExactly(
            "protocol.created CREATE 1",
            "protocol.deactivated DELETE 1 2",
            "protocol.restored UPDATE 2 3");
    assertThat(history()).containsExactly("CREATED");
    assertThat(cast.release(back).status()).isEqualTo("RELEASED");
  }

  private List<String> listed(boolean includeInactive) {
    return engineering
        .document(
            """
            query($project: ID!, $all: Boolean) {
              protocols(projectId: $project, filter: {includeInactive: $all}) { nodes { id } }
            }
            """)
        .variable("project", Plants.globalId("project", cast.site().projectId()))
        .variable("all", includeInactive)
        .execute()
        .path("protocols.nodes[*].id")
        .entityList(String.class)
        .get();
  }

  @Test
  void goesOutOfUseOnceItIsCancelled() {
    State cancelled =
        play.step(
            engineering,
            "cancelProtocol",
            cast.release(protocol),
            Map.of("reason", "Drawn up by mistake."));
    State back = does(RESTORE, does(DEACTIVATE, cancelled));
    assertThat(back.status()).isEqualTo("CANCELLED");
    assertThat(history()).containsExactly("CREATED", "RELEASED", "CANCELLED");
  }
}
