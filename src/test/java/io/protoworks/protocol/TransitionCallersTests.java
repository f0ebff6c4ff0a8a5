package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.completion.Commissioning;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Every step, asked for through the API by nobody, by a stranger and by every role of every company
 * that takes part: whoever may take it takes it, and all others change nothing.
 */
@ServerTest
class TransitionCallersTests {
  private static final String REASON = "As was seen at the walk-down";
  private static final String ADMINISTRATORS = "*/ADMIN";

  @Autowired Api api;
  @Autowired People people;
  @Autowired Play play;
  @Autowired Commissioning commissioning;
  @Autowired JdbcClient database;

  private Cast cast;
  private Map<ProtocolType, UUID> templates;

  /** A step, where it starts, and who may take it; EXECUTOR and FINALIZER depend on the stage. */
  record Step(String mutation, ProtocolStatus from, Set<String> allowed) {
    @Override
    public String toString() {
      return mutation + " " + from;
    }
  }

  static Stream<Arguments> steps() {
    return Stream.of(ProtocolType.C1, ProtocolType.C2)
        .flatMap(stage -> table().map(step -> Arguments.of(stage, step)));
  }

  private static Stream<Step> table() {
    return Stream.of(
        step(
            "releaseProtocol",
            ProtocolStatus.CREATED,
            "GERENCIADORA/ENGINEERING",
            "GERENCIADORA/MANAGER",
            "MONTADORA/ENGINEERING",
            "MONTADORA/MANAGER",
            ADMINISTRATORS),
        step("fillItems", ProtocolStatus.RELEASED, "EXECUTOR/TECHNICIAN"),
        step("submitProtocol", ProtocolStatus.IN_PROGRESS, "EXECUTOR/TECHNICIAN"),
        step("approveProtocol", ProtocolStatus.SUBMITTED, "EXECUTOR/MANAGER"),
        step("rejectProtocol", ProtocolStatus.SUBMITTED, "EXECUTOR/MANAGER"),
        step(
            "validateProtocol",
            ProtocolStatus.APPROVED,
            "GERENCIADORA/ENGINEERING",
            "GERENCIADORA/MANAGER"),
        step(
            "rejectProtocol",
            ProtocolStatus.APPROVED,
            "GERENCIADORA/ENGINEERING",
            "GERENCIADORA/MANAGER"),
        step("finalizeProtocol", ProtocolStatus.VALIDATED, "FINALIZER"),
        step("rejectProtocol", ProtocolStatus.VALIDATED, "FINALIZER"),
        step("resumeProtocol", ProtocolStatus.REJECTED, "EXECUTOR/TECHNICIAN", "EXECUTOR/MANAGER"),
        step("reopenProtocol", ProtocolStatus.FINALIZED, "CLIENTE/CLIENT", ADMINISTRATORS),
        step(
            "cancelProtocol", ProtocolStatus.RELEASED, "GERENCIADORA/ENGINEERING", ADMINISTRATORS));
  }

  private static Step step(String mutation, ProtocolStatus from, String... allowed) {
    return new Step(mutation, from, Set.of(allowed));
  }

  @BeforeEach
  void makeSite() {
    cast = play.cast();
    templates =
        Map.of(
            ProtocolType.C1, play.template(ProtocolType.C1),
            ProtocolType.C2, play.template(ProtocolType.C2));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void isTakenOnlyByWhoeverMay(ProtocolType stage, Step step) {
    State protocol = at(stage, step.from());
    Map<String, Object> input = input(stage, step, protocol);
    String before = rows(protocol);
    assertThat(answer(null, step, input)).isEqualTo("UNAUTHENTICATED");
    assertThat(answer(people.stranger().token(), step, input)).isEqualTo("UNKNOWN_REFERENCE");
    for (CompanyType part : CompanyType.values()) {
      for (UserRole role : UserRole.values()) {
        if (!mayTake(step, stage, part, role)) {
          assertThat(answer(token(part, role), step, input))
              .as("%s/%s", part, role)
              .isEqualTo(sees(stage, part, role) ? "FORBIDDEN" : "UNKNOWN_REFERENCE");
        }
      }
    }
    assertThat(rows(protocol)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void isTakenByEachWhoMay(ProtocolType stage, Step step) {
    for (CompanyType part : CompanyType.values()) {
      for (UserRole role : UserRole.values()) {
        if (mayTake(step, stage, part, role)) {
          State protocol = at(stage, step.from());
          assertThat(answer(token(part, role), step, input(stage, step, protocol)))
              .as("%s/%s", part, role)
              .isEqualTo("done");
          assertThat(rows(protocol)).doesNotContain("|" + step.from() + "|");
        }
      }
    }
  }

  private static boolean mayTake(Step step, ProtocolType stage, CompanyType part, UserRole role) {
    String finalizer = stage == ProtocolType.C1 ? "COMISSIONADORA/MANAGER" : "CLIENTE/CLIENT";
    return step.allowed().stream()
        .map(who -> who.replace("EXECUTOR", Play.executing(stage).name()))
        .map(who -> who.replace("FINALIZER", finalizer))
        .map(who -> who.replace("*", part.name()))
        .anyMatch((part + "/" + role)::equals);
  }

  /** A SUPPLIER sees what their company is named in: here its executor. */
  private static boolean sees(ProtocolType stage, CompanyType part, UserRole role) {
    return role != UserRole.SUPPLIER || part == Play.executing(stage);
  }

  private String token(CompanyType part, UserRole role) {
    return cast.person(part, role).token();
  }

  /** A protocol that is ready for every step that starts in this status. */
  private State at(ProtocolType stage, ProtocolStatus status) {
    UUID equipment = cast.equipment("T-" + UUID.randomUUID());
    if (stage == ProtocolType.C2) {
      commissioning.waive(equipment, ProtocolType.C1);
    }
    State created =
        cast.create(java.util.Objects.requireNonNull(templates.get(stage)), stage, equipment);
    List<Function<State, State>> way =
        List.of(
            cast::release,
            state -> cast.fillAll(stage, state),
            state -> cast.submit(stage, state),
            state -> cast.approve(stage, state),
            cast::validate,
            state -> cast.finish(stage, state));
    State state = created;
    for (int index = 0; index < stepsTo(status); index++) {
      state = way.get(index).apply(state);
    }
    return switch (status) {
      case APPROVED -> withApprovedItems(state);
      case REJECTED ->
          play.step(
              cast.executor(stage, UserRole.MANAGER),
              "rejectProtocol",
              state,
              Map.of("reason", REASON, "isDocumental", true));
      default -> state;
    };
  }

  private static int stepsTo(ProtocolStatus status) {
    return switch (status) {
      case RELEASED -> 1;
      case IN_PROGRESS -> 2;
      case SUBMITTED, REJECTED -> 3;
      case APPROVED -> 4;
      case VALIDATED -> 5;
      case FINALIZED -> 6;
      default -> 0;
    };
  }

  private State withApprovedItems(State protocol) {
    var engineering = cast.as(GERENCIADORA, UserRole.ENGINEERING);
    play.judge(engineering, "approveItems", protocol, play.itemIds(engineering, protocol), null);
    return play.look(engineering, protocol.id());
  }

  private Map<String, Object> input(ProtocolType stage, Step step, State protocol) {
    if (step.mutation().equals("fillItems")) {
      return Map.of("protocolId", protocol.id(), "items", values(stage, protocol));
    }
    Map<String, Object> input = new HashMap<>(Play.input(protocol, Map.of()));
    if (Set.of("rejectProtocol", "reopenProtocol", "cancelProtocol").contains(step.mutation())) {
      input.put("reason", REASON);
    }
    if (step.mutation().equals("rejectProtocol")) {
      input.put("isDocumental", true);
    }
    return input;
  }

  private List<Map<String, Object>> values(ProtocolType stage, State protocol) {
    return play.items(cast.executor(stage, UserRole.TECHNICIAN), protocol).stream()
        .<Map<String, Object>>map(
            item ->
                Map.of(
                    "id", item.id(),
                    "expectedVersion", item.version(),
                    "value", Map.of("checkbox", Map.of("result", "OK"))))
        .toList();
  }

  /** {@code done}, or the code of what was answered instead. */
  private String answer(@Nullable String token, Step step, Map<String, Object> input) {
    String type = Character.toUpperCase(step.mutation().charAt(0)) + step.mutation().substring(1);
    JsonNode answer =
        api.ask(
            token,
            "mutation($input: %sInput!) { %s(input: $input) { errors { code } } }"
                .formatted(type, step.mutation()),
            Map.of("input", input));
    JsonNode errors = answer.path("data").path(step.mutation()).path("errors");
    return answer.path("errors").isEmpty()
        ? errors.path(0).path("code").asString("done")
        : answer.at("/errors/0/extensions/code").asString();
  }

  private String rows(State protocol) {
    return database
        .sql(
            """
            select concat_ws('|', protocol.id, protocol.status, protocol.version, protocol.round,
                     (select string_agg(item.version || ' ' || coalesce(item.value::text, ''), ';' order by item."order")
                        from protocol.protocol_items item where item.protocol_id = protocol.id),
                     (select count(*) from protocol.protocol_status_history history
                       where history.protocol_id = protocol.id),
                     (select count(*) from protocol.protocol_signatures signature
                       where signature.protocol_id = protocol.id))
              from protocol.protocols protocol
             where protocol.id = ?
            """)
        .param(TypeId.parse(protocol.id()).uuid())
        .query(String.class)
        .single();
  }
}
