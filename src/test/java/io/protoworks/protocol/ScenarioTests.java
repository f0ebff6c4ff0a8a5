package io.protoworks.protocol;

import static io.protoworks.completion.GateType.G12;
import static io.protoworks.completion.GateType.G23;
import static io.protoworks.completion.GateType.G34;
import static io.protoworks.completion.GateType.G4H;
import static io.protoworks.completion.GateType.GDEF;
import static io.protoworks.identity.CompanyType.CLIENTE;
import static io.protoworks.identity.CompanyType.COMISSIONADORA;
import static io.protoworks.identity.CompanyType.FORNECEDOR;
import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.protocol.ScenarioGates.pendencies;
import static io.protoworks.protocol.ScenarioGates.uncovered;
import static io.protoworks.protocol.ScenarioGates.unfinished;
import static io.protoworks.template.ProtocolType.C1;
import static io.protoworks.template.ProtocolType.C2;
import static io.protoworks.template.ProtocolType.C3;
import static io.protoworks.template.ProtocolType.C4;
import static io.protoworks.testing.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.UserRole;
import io.protoworks.pendency.Pendencies;
import io.protoworks.pendency.Pendencies.Raised;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.ServerTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * A subsystem on its way from mechanical completion to acceptance, with all the parties: what they
 * do and what they see of it goes through the API alone.
 */
@ServerTest
class ScenarioTests {
  @Autowired Play play;
  @Autowired Pendencies pendencies;

  private Cast cast;
  private ScenarioGates gates;
  private ScenarioPendencies findings;
  private UUID pump;
  private UUID valve;
  private UUID motor;

  @BeforeEach
  void makeSite() {
    cast = play.cast();
    gates = new ScenarioGates(cast);
    findings = new ScenarioPendencies(cast, play, pendencies);
    pump = cast.equipment("P-101");
    valve = cast.equipment("V-101");
    motor = cast.equipment("M-101");
  }

  @Test
  void fromMechanicalCompletionToDefinitiveAcceptance() {
    State c2 = drawUpEnergization();
    gates.requireOpen();
    State ofPump = completePump();
    gates.requireOpen();
    State ofValve = completeValve(ofPump);
    gates.requireOpen();
    assertThat(gates.blockers(G12)).containsExactly(uncovered("M-101"));
    gates.waive(C1, motor, G12);
    gates.requireOpen(G12);

    State c3 = drawUp(C3, play.template(C3), "AWAITING_GATE");
    Raised carriedOver = findings.raisePb(c2, pump);
    c2 = finish(C2, rejectedAndDoneAgain(now(c2)));
    gates.requireOpen(G12, G23);
    c3 = breakAndMendTheGate(c2, c3);
    gates.requireOpen(G12, G23);
    c3 = finish(C3, c3);
    gates.requireOpen(G12, G23, G34);

    State c4 = cast.fillAll(C4, drawUp(C4, play.template(C4), "RELEASED"));
    c4 = finish(C4, cast.submit(C4, c4));
    gates.requireOpen(G12, G23, G34, G4H);
    gates.requireCompletion("PB");
    acceptDefinitively(carriedOver);
    gates.requireOpen(G12, G23, G34, G4H, GDEF);
    gates.requireCompletion("OK");
    requireIntact(ofPump, 0);
    requireIntact(ofValve, 0);
    requireIntact(c2, 4);
    requireIntact(c3, 0);
    requireIntact(c4, 0);
  }

  private State drawUpEnergization() {
    ItemDraft energization = ItemDraft.check().withConfig("{\"energization\": true}");
    return drawUp(C2, play.template(C2, energization), "AWAITING_GATE");
  }

  /** A protocol for all equipments, let go by the GERENCIADORA. */
  private State drawUp(ProtocolType stage, UUID template, String status) {
    State protocol = cast.release(cast.create(template, stage, pump, valve, motor));
    assertThat(protocol.status()).isEqualTo(status);
    return protocol;
  }

  /** By the MONTADORA; not validated before others have seen that a PA is mended. */
  private State completePump() {
    GraphQlTester technician = cast.as(MONTADORA, UserRole.TECHNICIAN);
    GraphQlTester engineering = cast.as(GERENCIADORA, UserRole.ENGINEERING);
    State protocol = cast.release(cast.create(play.template(C1), C1, pump));
    play.fill(technician, protocol, Map.of("checkbox", Map.of("result", "NOK")));
    assertThat(play.blockers(technician, "submitProtocol", now(protocol), Map.of()))
        .containsExactly("PENDENCIES_MISSING");
    Raised leak = findings.raisePa(protocol);
    protocol = cast.approve(C1, cast.submit(C1, now(protocol)));
    play.judge(engineering, "approveItems", protocol, play.itemIds(engineering, protocol), null);
    findings.requireNotValidated(protocol);
    assertThat(gates.blockers(G12))
        .containsExactly(uncovered("M-101", "V-101"), unfinished(1), pendencies(1, 0, 0));

    leak = findings.clear(leak);
    findings.requireNotValidated(protocol);
    findings.verify(leak);
    protocol = cast.finish(C1, play.step(engineering, "validateProtocol", now(protocol)));
    assertThat(protocol.status()).isEqualTo("FINALIZED");
    return protocol;
  }

  /** By its FORNECEDOR: a SUPPLIER fills and submits, signs nothing and sees nothing else. */
  private State completeValve(State ofOthers) {
    GraphQlTester supplier = cast.as(FORNECEDOR, UserRole.SUPPLIER);
    UUID executor = cast.site().company(FORNECEDOR);
    State protocol = cast.release(cast.create(play.template(C1), executor, valve));
    play.fill(supplier, protocol, Map.of("checkbox", Map.of("result", "OK")));
    protocol = play.look(supplier, protocol.id());
    assertThat(protocol.status()).isEqualTo("IN_PROGRESS");
    protocol = play.step(supplier, "submitProtocol", protocol);
    assertFails(
        play.request(supplier, "approveProtocol", Play.input(protocol, Map.of())), "FORBIDDEN");
    protocol = play.step(cast.as(FORNECEDOR, UserRole.MANAGER), "approveProtocol", protocol);
    protocol = cast.finish(C1, cast.validate(protocol));
    assertThat(protocol.status()).isEqualTo("FINALIZED");
    supplier
        .document("query($id: ID!) { node(id: $id) { id } }")
        .variable("id", ofOthers.id())
        .execute()
        .path("node")
        .valueIsNull();
    return protocol;
  }

  /** Rejected by the GERENCIADORA in the first round, submitted in the second. */
  private State rejectedAndDoneAgain(State protocol) {
    assertThat(protocol.status()).as("since its gate opened").isEqualTo("RELEASED");
    GraphQlTester engineering = cast.as(GERENCIADORA, UserRole.ENGINEERING);
    State approved = cast.approve(C2, cast.submit(C2, cast.fillAll(C2, protocol)));
    play.judge(
        engineering, "rejectItems", approved, play.itemIds(engineering, approved), "Do it again.");
    State rejected =
        play.step(
            engineering, "rejectProtocol", approved, Map.of("reason", "The check was not done."));
    assertThat(rejected.status()).isEqualTo("REJECTED");
    State resumed =
        play.step(cast.as(COMISSIONADORA, UserRole.TECHNICIAN), "resumeProtocol", rejected);
    requireStanding(resumed, 2, false);
    gates.requireOpen(G12);
    return cast.submit(C2, cast.fillAll(C2, resumed));
  }

  /** Reopened while C3 is in progress: that goes on, and is signed once C2 is done again. */
  private State breakAndMendTheGate(State finished, State awaiting) {
    State c3 = cast.fillAll(C3, now(awaiting));
    assertThat(c3.status()).isEqualTo("IN_PROGRESS");
    State c2 =
        play.step(
            cast.as(CLIENTE, UserRole.CLIENT),
            "reopenProtocol",
            finished,
            Map.of("reason", "The report is missing."));
    gates.requireOpen(G12);
    assertThat(gates.blockers(G23)).containsExactly(unfinished(1));
    c3 = cast.submit(C3, now(c3));
    requireStanding(c3, 1, true);
    assertThat(
            play.blockers(
                cast.as(COMISSIONADORA, UserRole.MANAGER), "approveProtocol", c3, Map.of()))
        .containsExactly("GATE_CLOSED");

    c2 = play.step(cast.as(COMISSIONADORA, UserRole.TECHNICIAN), "resumeProtocol", c2);
    requireStanding(c2, 3, false);
    finish(C2, cast.submit(C2, c2));
    requireStanding(c3, 1, false);
    return now(c3);
  }

  /** From SUBMITTED, by all who sign. */
  private State finish(ProtocolType stage, State submitted) {
    State finished = cast.finish(stage, cast.validate(cast.approve(stage, submitted)));
    assertThat(finished.status()).isEqualTo("FINALIZED");
    return finished;
  }

  /** Provisionally accepted with a PB; definitively when that is verified, and not before. */
  private void acceptDefinitively(Raised carriedOver) {
    assertThat(gates.blockers(GDEF)).containsExactly(pendencies(0, 1, 0));
    Raised cleared = findings.clear(carriedOver);
    gates.requireOpen(G12, G23, G34, G4H);
    assertThat(gates.blockers(GDEF)).containsExactly(pendencies(0, 1, 0));
    findings.verify(cleared);
  }

  private State now(State protocol) {
    return play.look(cast.as(GERENCIADORA, UserRole.ENGINEERING), protocol.id());
  }

  private void requireStanding(State protocol, int round, boolean gateBroken) {
    cast.as(GERENCIADORA, UserRole.ENGINEERING)
        .document("query($id: ID!) { node(id: $id) { ... on Protocol { round gateBroken } } }")
        .variable("id", protocol.id())
        .execute()
        .path("node")
        .matchesJson("{\"round\": %d, \"gateBroken\": %s}".formatted(round, gateBroken));
  }

  /** The three of its last round are for what is there, and those of earlier rounds stay. */
  private void requireIntact(State protocol, int superseded) {
    cast.as(CLIENTE, UserRole.CLIENT)
        .document(
            """
            query($id: ID!) {
              verifyProtocol(id: $id) { isIntact signatures supersededSignatures }
            }
            """)
        .variable("id", protocol.id())
        .execute()
        .path("verifyProtocol")
        .matchesJson(
            "{\"isIntact\": true, \"signatures\": 3, \"supersededSignatures\": %d}"
                .formatted(superseded));
  }
}
