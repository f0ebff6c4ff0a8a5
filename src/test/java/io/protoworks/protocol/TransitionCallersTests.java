package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Play.State;
import io.protoworks.protocol.TransitionTable.Setting;
import io.protoworks.protocol.TransitionTable.Step;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Every step, asked for through the API by nobody, by a stranger and by every role of every company
 * that takes part: whoever may take it takes it, and all others change nothing. Each test plays
 * protocols of its own; the people of a setting are the same for all.
 */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransitionCallersTests {
  private static final Set<String> WITH_A_REASON =
      Set.of("rejectProtocol", "reopenProtocol", "cancelProtocol");

  @Autowired Api api;
  @Autowired People people;
  @Autowired Play play;
  @Autowired TransitionScene.Scenes scenes;
  @Autowired JdbcClient database;

  private final Map<Setting, TransitionScene> settings = new EnumMap<>(Setting.class);

  static Stream<Arguments> steps() {
    return Stream.of(Setting.values())
        .flatMap(setting -> setting.steps().stream().map(step -> Arguments.of(setting, step)));
  }

  private TransitionScene scene(Setting setting) {
    return settings.computeIfAbsent(setting, scenes::scene);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void isTakenOnlyByWhoeverMay(Setting setting, Step step) {
    TransitionScene scene = scene(setting);
    State protocol = scene.at(step.from(), step.itemsBefore());
    Map<String, Object> input = input(scene, step, protocol);
    String before = rows(protocol);
    assertThat(answer(null, step, input)).isEqualTo("UNAUTHENTICATED");
    assertThat(answer(people.stranger().token(), step, input)).isEqualTo("UNKNOWN_REFERENCE");
    forEverybody(
        (part, role) -> {
          if (!step.isFor(setting, part, role)) {
            assertThat(answer(scene.token(part, role), step, input))
                .as("%s/%s", part, role)
                .isEqualTo(setting.sees(part, role) ? "FORBIDDEN" : "UNKNOWN_REFERENCE");
          }
        });
    assertThat(rows(protocol)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void isTakenByEachWhoMay(Setting setting, Step step) {
    TransitionScene scene = scene(setting);
    forEverybody(
        (part, role) -> {
          if (step.isFor(setting, part, role)) {
            State protocol = scene.at(step.from(), step.itemsBefore());
            assertThat(answer(scene.token(part, role), step, input(scene, step, protocol)))
                .as("%s/%s", part, role)
                .isEqualTo("done");
            assertThat(outcome(protocol)).as("%s/%s", part, role).isEqualTo(expected(scene, step));
          }
        });
  }

  /** Among them a cancellation of what is FINALIZED or CANCELLED. */
  @ParameterizedTest
  @EnumSource
  void beginsNowhereElse(ProtocolStatus status) {
    TransitionScene scene = scene(Setting.C2);
    State protocol = scene.at(status, "PENDING");
    String before = rows(protocol);
    for (Step step : TransitionTable.notBeginningIn(status)) {
      if (status != ProtocolStatus.CREATED || !step.namesItems()) {
        Map<String, Object> input = input(scene, step, protocol);
        forEverybody(
            (part, role) -> {
              if (step.isFor(Setting.C2, part, role)) {
                assertThat(answer(scene.token(part, role), step, input))
                    .as("%s by %s/%s", step, part, role)
                    .isEqualTo(refusal(status, step));
              }
            });
      }
    }
    assertThat(rows(protocol)).isEqualTo(before);
  }

  /** Once VALIDATED, what was judged of items is for others than who took it back before. */
  private static String refusal(ProtocolStatus status, Step step) {
    return status == ProtocolStatus.VALIDATED && step.mutation().equals("withdrawItemApprovals")
        ? "FORBIDDEN"
        : "TRANSITION_BLOCKED";
  }

  private static void forEverybody(BiConsumer<CompanyType, UserRole> check) {
    for (CompanyType part : CompanyType.values()) {
      for (UserRole role : UserRole.values()) {
        check.accept(part, role);
      }
    }
  }

  private Map<String, Object> input(TransitionScene scene, Step step, State protocol) {
    var seer = scene.cast().as(GERENCIADORA, UserRole.ENGINEERING);
    if (step.mutation().equals("fillItems")) {
      return Map.of(
          "protocolId",
          protocol.id(),
          "items",
          play.items(seer, protocol).stream().map(TransitionCallersTests::filled).toList());
    }
    Map<String, Object> input = new HashMap<>();
    if (step.namesItems()) {
      input.put("itemIds", play.itemIds(seer, protocol));
    }
    if (WITH_A_REASON.contains(step.mutation())) {
      input.put("reason", TransitionScene.REASON);
    }
    if (step.mutation().equals("rejectProtocol")) {
      input.put("isDocumental", !step.itemsAfter().equals("REJECTED"));
    }
    if (step.mutation().equals("rejectItems")) {
      input.put("note", TransitionScene.REASON);
    }
    if (step.mutation().endsWith("Protocol")) {
      return Play.input(protocol, input);
    }
    input.put("protocolId", protocol.id());
    return input;
  }

  private static Map<String, Object> filled(Play.Item item) {
    return Map.of(
        "id", item.id(),
        "expectedVersion", item.version(),
        "value", Map.of("checkbox", Map.of("result", "OK")));
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

  /** What has become of a protocol: its status, round and turn, and what is judged of its items. */
  record Outcome(String status, int round, @Nullable String turn, String items) {}

  private static Outcome expected(TransitionScene scene, Step step) {
    boolean isDone = step.to() == ProtocolStatus.FINALIZED || step.to() == ProtocolStatus.CANCELLED;
    return new Outcome(
        step.to().name(),
        step.mutation().equals("resumeProtocol") ? 2 : 1,
        isDone ? null : scene.turn(step.to()).toString(),
        step.itemsAfter());
  }

  private Outcome outcome(State protocol) {
    return database
        .sql(
            """
            select protocol.status, protocol.round, protocol.current_company_id::text as turn,
                   (select coalesce(string_agg(distinct item.approval_status::text, ' '), '')
                      from protocol.protocol_items item where item.protocol_id = protocol.id) as items
              from protocol.protocols protocol
             where protocol.id = ?
            """)
        .param(TypeId.parse(protocol.id()).uuid())
        .query(Outcome.class)
        .single();
  }

  private String rows(State protocol) {
    return database
        .sql(
            """
            select concat_ws('|', to_jsonb(protocol),
                     (select jsonb_agg(item order by item."order")
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
