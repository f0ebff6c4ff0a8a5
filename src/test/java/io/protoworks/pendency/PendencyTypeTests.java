package io.protoworks.pendency;

import static io.protoworks.identity.CompanyType.COMISSIONADORA;
import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.pendency.Pendencies.on;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.completion.Commissioning;
import io.protoworks.completion.GateType;
import io.protoworks.identity.UserRole;
import io.protoworks.pendency.Pendencies.Raised;
import io.protoworks.pendency.Pendencies.Scene;
import io.protoworks.protocol.Play;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.ServerTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** A pendency that weighs more or less than it did, and the gates that follow. */
@ServerTest
class PendencyTypeTests {
  private static final String WHY = "It does not keep us from the tests";

  @Autowired Pendencies pendencies;
  @Autowired Commissioning commissioning;
  @Autowired Play play;

  private Scene scene;

  @BeforeEach
  void makeScene() {
    scene = pendencies.scene();
  }

  private static Map<String, Object> to(Raised raised, String type) {
    return on(raised, Map.of("type", type, "reason", WHY));
  }

  @Test
  void changesAtOnceWhereItWasNoPa() {
    Raised raised = pendencies.raise(scene, "PC");
    Raised changed = pendencies.does(scene.raiser(), "changePendencyType", to(raised, "PA"));
    assertThat(changed.type()).isEqualTo("PA");
    assertThat(pendencies.history(raised))
        .containsExactly("CREATED PC", "TYPE_CHANGE PC PA " + WHY);
    assertThat(pendencies.trail(raised)).contains("pendency.type_changed UPDATE");
  }

  @Test
  void needsAReasonAnotherTypeAndForAPbADay() {
    Map<String, Object> undue = scene.atItem("PC");
    undue.remove("dueOn");
    Raised raised = pendencies.does(scene.raiser(), "raisePendency", undue);
    String before = pendencies.state(raised);
    for (Map<String, Object> input :
        List.of(
            to(raised, "PC"),
            on(raised, Map.of("type", "PA", "reason", "Because")),
            to(raised, "PB"))) {
      assertRefused(
          pendencies.asking(scene.raiser(), "changePendencyType", input),
          "changePendencyType",
          "INVALID_INPUT");
    }
    assertFails(
        pendencies.asking(scene.clearer(), "changePendencyType", to(raised, "PA")), "FORBIDDEN");
    assertThat(pendencies.state(raised)).isEqualTo(before);
    Map<String, Object> due = new HashMap<>(to(raised, "PB"));
    due.put("dueOn", "2026-12-31");
    assertThat(pendencies.does(scene.raiser(), "changePendencyType", due).type()).isEqualTo("PB");
  }

  @Test
  void aPaIsMadeLessByTwo() {
    Raised raised = pendencies.raise(scene, "PA");
    Raised requested = pendencies.does(scene.raiser(), "changePendencyType", to(raised, "PB"));
    assertThat(requested.type()).isEqualTo("PA");
    String before = pendencies.state(raised);
    assertRefused(
        pendencies.asking(scene.verifier(), "changePendencyType", to(requested, "PC")),
        "changePendencyType",
        "PENDENCY_BLOCKED");
    assertRefused(
        pendencies.asking(scene.raiser(), "confirmPendencyTypeChange", on(requested, Map.of())),
        "confirmPendencyTypeChange",
        "PENDENCY_BLOCKED");
    assertFails(
        pendencies.asking(scene.clearer(), "confirmPendencyTypeChange", on(requested, Map.of())),
        "FORBIDDEN");
    assertThat(pendencies.state(raised)).isEqualTo(before);
    Raised confirmed =
        pendencies.does(
            scene.as(COMISSIONADORA, UserRole.TECHNICIAN),
            "confirmPendencyTypeChange",
            on(requested, Map.of()));
    assertThat(confirmed.type()).isEqualTo("PB");
    assertThat(pendencies.history(raised))
        .containsExactly(
            "CREATED PA", "TYPE_CHANGE_REQUESTED PA PB " + WHY, "TYPE_CHANGE PA PB " + WHY);
    assertRefused(
        pendencies.asking(scene.verifier(), "confirmPendencyTypeChange", on(confirmed, Map.of())),
        "confirmPendencyTypeChange",
        "PENDENCY_BLOCKED");
  }

  @Test
  void aPaStaysWhatItIsWhenTheSecondPersonRefuses() {
    Raised raised = pendencies.raise(scene, "PA");
    Raised requested = pendencies.does(scene.raiser(), "changePendencyType", to(raised, "PC"));
    Raised refused =
        pendencies.does(
            scene.as(GERENCIADORA, UserRole.MANAGER),
            "refusePendencyTypeChange",
            on(requested, Map.of("reason", "It does keep us")));
    assertThat(refused.type()).isEqualTo("PA");
    assertThat(pendencies.history(raised))
        .containsExactly(
            "CREATED PA",
            "TYPE_CHANGE_REQUESTED PA PC " + WHY,
            "TYPE_CHANGE_REFUSED PA PC It does keep us");
    pendencies.does(scene.raiser(), "changePendencyType", to(refused, "PC"));
  }

  /** A PA raised on what was finalized closes the gate, and one that is made less opens it. */
  @Test
  void gatesFollowInTheSameTransaction() {
    var cast = scene.cast();
    GraphQlTester technician = scene.clearer();
    play.fill(technician, scene.protocol(), Map.of("checkbox", Map.of("result", "OK")));
    var submitted = cast.submit(ProtocolType.C1, play.look(technician, scene.protocol().id()));
    cast.finish(ProtocolType.C1, cast.validate(cast.approve(ProtocolType.C1, submitted)));
    assertThat(gate()).isTrue();
    Raised raised = pendencies.raise(scene, "PA");
    assertThat(gate()).isFalse();
    Raised requested = pendencies.does(scene.raiser(), "changePendencyType", to(raised, "PC"));
    assertThat(gate()).isFalse();
    Raised confirmed =
        pendencies.does(scene.verifier(), "confirmPendencyTypeChange", on(requested, Map.of()));
    assertThat(gate()).isTrue();
    Raised again = pendencies.does(scene.raiser(), "changePendencyType", to(confirmed, "PA"));
    assertThat(gate()).isFalse();
    assertThat(blocking()).containsExactly(raised.number());
    Raised cleared = pendencies.clear(scene, again);
    assertThat(gate()).isFalse();
    pendencies.does(scene.verifier(), "verifyPendency", on(cleared, Map.of()));
    assertThat(gate()).isTrue();
  }

  private boolean gate() {
    return Boolean.TRUE.equals(commissioning.gates(scene.subsystemId()).get(GateType.G12));
  }

  /** The numbers of what the gate says keeps it closed. */
  private List<Integer> blocking() {
    GraphQlTester.Response seen =
        scene
            .raiser()
            .document(
                """
                query($id: ID!) {
                  node(id: $id) {
                    ... on Gate {
                      blockers { ... on OpenPendencies { pendencies { totalCount nodes { number } } } }
                    }
                  }
                }
                """)
            .variable(
                "id",
                io.protoworks.plant.Plants.globalId(
                    "gate", commissioning.gate(scene.subsystemId(), GateType.G12)))
            .execute();
    seen.path("node.blockers[0].pendencies.totalCount").entity(Integer.class).isEqualTo(1);
    return seen.path("node.blockers[*].pendencies.nodes[*].number").entityList(Integer.class).get();
  }

  /** What keeps a protocol from being cancelled leads to the pendencies that do. */
  @Test
  void whatIsInTheWayOfAProtocolIsNamed() {
    Raised raised = pendencies.raise(scene, "PC");
    var seen = play.look(scene.verifier(), scene.protocol().id());
    scene
        .verifier()
        .document(
            """
            mutation($input: CancelProtocolInput!) {
              cancelProtocol(input: $input) {
                errors {
                  ... on TransitionBlocked {
                    blockers { ... on PendenciesBlocker { pendencies { totalCount nodes { id } } } }
                  }
                }
              }
            }
            """)
        .variable("input", Play.input(seen, Map.of("reason", "It is not needed any more")))
        .execute()
        .path("cancelProtocol.errors[0].blockers")
        .matchesJson(
            "[{\"pendencies\": {\"totalCount\": 1, \"nodes\": [{\"id\": \"%s\"}]}}]"
                .formatted(raised.id()));
  }
}
