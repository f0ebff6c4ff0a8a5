package io.protoworks.protocol;

import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.completion.Commissioning;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Mutations;
import io.protoworks.plant.Plants;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Releases of many protocols at once: each for itself, in the order of the input. */
@ServerTest
class ProtocolReleaseTests {
  private static final String RELEASE = "releaseProtocols";
  private static final int MOST = 1_000;

  @Autowired Play play;
  @Autowired Plants plants;
  @Autowired People people;
  @Autowired Commissioning commissioning;
  @Autowired Api api;
  @Autowired Statements statements;
  @Autowired JdbcClient database;

  private Cast cast;

  @BeforeEach
  void cast() {
    cast = play.cast();
  }

  private GraphQlTester engineering() {
    return cast.as(CompanyType.GERENCIADORA, UserRole.ENGINEERING);
  }

  /** A protocol for each of so many equipments of its own, CREATED. */
  private List<State> created(UUID template, int count) {
    List<String> equipments =
        database
            .sql(
                """
                insert into plant.equipments (tag_id, application, subsystem_id, project_id, created_by, updated_by)
                select platform.uuidv7()::text, 'Application', id, project_id, created_by, created_by
                  from plant.subsystems, generate_series(1, :count)
                 where id = :subsystem
                returning id
                """)
            .param("count", count)
            .param("subsystem", cast.site().subsystemId())
            .query(
                (row, number) -> new TypeId("equipment", row.getObject(1, UUID.class)).toString())
            .list();
    GraphQlTester.Response response =
        Mutations.ask(
                engineering(),
                "createProtocols",
                "results { protocol { id version status } errors { message } }",
                Map.of(
                    "templateId", new TypeId("protocol_template", template).toString(),
                    "executorCompanyId",
                        new TypeId("company", cast.site().company(CompanyType.MONTADORA))
                            .toString(),
                    "equipments", Map.of("ids", equipments)))
            .execute();
    return states(response, "createProtocols");
  }

  private static List<State> states(GraphQlTester.Response response, String mutation) {
    return response.path(mutation + ".results[*].protocol").entityList(State.class).get();
  }

  private static GraphQlTester.Request<?> releasing(GraphQlTester caller, List<State> protocols) {
    return Mutations.ask(
        caller,
        RELEASE,
        """
        results {
          protocol { id version status }
          errors {
            __typename code message path
            ... on TransitionBlocked { blockers { code } protocol { id } }
            ... on StaleVersion { current { id } }
          }
        }
        """,
        Map.of(
            "protocols",
            protocols.stream().map(protocol -> Play.input(protocol, Map.of())).toList()));
  }

  private static List<String> codes(GraphQlTester.Response response) {
    return response.path(RELEASE + ".results[*].errors[*].code").entityList(String.class).get();
  }

  private List<@Nullable String> stepsOf(List<State> protocols) {
    return database
        .sql(
            """
            select string_agg(new_status::text, ' ' order by sequence)
              from protocol.protocol_status_history
             where protocol_id = any(?)
             group by protocol_id
            """)
        .param(uuids(protocols))
        .query(String.class)
        .list();
  }

  private static UUID[] uuids(List<State> protocols) {
    return protocols.stream()
        .map(protocol -> TypeId.parse(protocol.id()).uuid())
        .toArray(UUID[]::new);
  }

  private int count(String query, List<State> protocols) {
    return database.sql(query).param(uuids(protocols)).query(Integer.class).single();
  }

  @Test
  void aThousandAreReleasedInTheOrderOfTheInput() {
    List<State> created = new ArrayList<>(created(play.template(ProtocolType.C1), MOST));
    Collections.reverse(created);
    GraphQlTester.Response response = releasing(engineering(), created).execute();
    assertThat(codes(response)).isEmpty();
    assertThat(states(response, RELEASE))
        .isEqualTo(
            created.stream()
                .map(state -> new State(state.id(), state.version() + 1, "RELEASED"))
                .toList());
    assertThat(stepsOf(created)).hasSize(MOST).containsOnly("CREATED RELEASED");
    assertThat(
            count(
                "select count(*) from protocol.protocol_items where protocol_id = any(?)", created))
        .isEqualTo(MOST);
    assertThat(
            count(
                "select count(*) from audit.audit_logs where event_type = 'protocol.released'"
                    + " and entity_id = any(?)",
                created))
        .isEqualTo(MOST);
  }

  @Test
  void fiftyCostNoMoreStatementsThanTwo() {
    UUID template = play.template(ProtocolType.C1);
    cast.release(created(template, 1).getFirst());
    List<String> ofTwo = statementsFor(created(template, 2));
    assertThat(statementsFor(created(template, 50))).isEqualTo(ofTwo);
  }

  private List<String> statementsFor(List<State> protocols) {
    GraphQlTester engineering = engineering();
    return statements.during(
        () -> assertThat(codes(releasing(engineering, protocols).execute())).isEmpty());
  }

  @Test
  void whatCannotBeReleasedSaysWhyAndKeepsTheOthersFromNothing() {
    UUID template = play.template(ProtocolType.C1);
    List<State> created = created(template, 4);
    State released = cast.release(created.get(1));
    State stale = new State(created.get(2).id(), 9, "CREATED");
    State unknown = new State(new TypeId("protocol", UUID.randomUUID()).toString(), 1, "CREATED");
    State foreign = ofAnotherSite(template);
    GraphQlTester.Response response =
        releasing(
                engineering(),
                List.of(created.get(0), released, stale, unknown, foreign, created.get(3)))
            .execute();
    assertThat(codes(response))
        .containsExactly(
            "TRANSITION_BLOCKED", "STALE_VERSION", "UNKNOWN_REFERENCE", "NOT_PERMITTED");
    assertThat(
            response
                .path(RELEASE + ".results[*].errors[*].path")
                .entityList(String[].class)
                .get()
                .stream()
                .map(path -> String.join(".", path)))
        .containsExactly(
            "input.protocols.1",
            "input.protocols.2.expectedVersion",
            "input.protocols.3.id",
            "input.protocols.4");
    response
        .path(RELEASE + ".results[1].errors[0].blockers[*].code")
        .entityList(String.class)
        .isEqualTo(List.of("WRONG_STATUS"))
        .path(RELEASE + ".results[2].errors[0].current.id")
        .entity(String.class)
        .isEqualTo(stale.id())
        .path(RELEASE + ".results[3].protocol")
        .valueIsNull()
        .path(RELEASE + ".results[*].protocol.status")
        .entityList(String.class)
        .isEqualTo(List.of("RELEASED", "RELEASED", "CREATED", "CREATED", "RELEASED"));
    assertThat(stepsOf(List.of(created.get(0), created.get(3)))).containsOnly("CREATED RELEASED");
    assertThat(stepsOf(List.of(stale, foreign))).containsOnly("CREATED");
  }

  /** A protocol that the engineer sees, but may not release. */
  private State ofAnotherSite(UUID template) {
    Cast other = play.cast();
    plants.member(
        other.site().projectId(), cast.person(CompanyType.GERENCIADORA, UserRole.ENGINEERING).id());
    return other.create(template, ProtocolType.C1, other.equipment("P-101"));
  }

  /** Of one stage in two subsystems, of which one has its gate open. */
  @Test
  void eachPassesItsGateOrWaitsForIt() {
    UUID pump = cast.equipment("P-101");
    commissioning.waive(pump, ProtocolType.C1);
    UUID valve = plants.equipment(plants.subsystem(cast.site().systemId(), "SS2"), "V-101");
    UUID template = play.template(ProtocolType.C2);
    List<State> created =
        Stream.of(pump, valve)
            .map(equipment -> cast.create(template, ProtocolType.C2, equipment))
            .toList();
    List<State> released = states(releasing(engineering(), created).execute(), RELEASE);
    assertThat(released).extracting(State::status).containsExactly("RELEASED", "AWAITING_GATE");
    assertThat(stepsOf(released.subList(0, 1))).containsExactly("CREATED AWAITING_GATE RELEASED");
    assertThat(released)
        .allSatisfy(state -> assertThat(play.look(engineering(), state.id())).isEqualTo(state));
  }

  @Test
  void theFourCallers() {
    List<State> created = created(play.template(ProtocolType.C1), 2);
    assertFails(releasing(api.anonymous(), created), "UNAUTHENTICATED");
    assertThat(codes(releasing(api.as(people.stranger().token()), created).execute()))
        .containsExactly("UNKNOWN_REFERENCE", "UNKNOWN_REFERENCE");
    assertThat(
            codes(releasing(cast.as(CompanyType.FORNECEDOR, UserRole.MANAGER), created).execute()))
        .containsExactly("NOT_PERMITTED", "NOT_PERMITTED");
    assertThat(stepsOf(created)).containsOnly("CREATED");
    assertThat(codes(releasing(engineering(), created).execute())).isEmpty();
    assertThat(stepsOf(created)).containsOnly("CREATED RELEASED");
  }

  @Test
  void noneMoreThanAThousandAndOneTwiceAreRefusedAsAWhole() {
    State created = created(play.template(ProtocolType.C1), 1).getFirst();
    for (List<State> asked :
        List.of(
            List.<State>of(), Collections.nCopies(MOST + 1, created), List.of(created, created))) {
      assertRefused(releasing(engineering(), asked), RELEASE, "INVALID_INPUT");
    }
    assertThat(stepsOf(List.of(created))).containsExactly("CREATED");
  }

  /** Each names them in another order. */
  @RepeatedTest(3)
  void ofSeveralAtOnceExactlyOneReleasesEach() {
    List<State> created = created(play.template(ProtocolType.C1), 20);
    GraphQlTester engineering = engineering();
    Callable<List<String>> forward = () -> codes(releasing(engineering, created).execute());
    Callable<List<String>> backward =
        () -> codes(releasing(engineering, created.reversed()).execute());
    List<List<String>> ends = together(List.of(forward, backward, forward, backward));
    assertThat(ends).filteredOn(List::isEmpty).hasSize(1);
    assertThat(ends)
        .filteredOn(end -> !end.isEmpty())
        .hasSize(3)
        .containsOnly(Collections.nCopies(20, "STALE_VERSION"));
    assertThat(stepsOf(created)).hasSize(20).containsOnly("CREATED RELEASED");
  }

  private static <T> List<T> together(List<Callable<T>> calls) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
