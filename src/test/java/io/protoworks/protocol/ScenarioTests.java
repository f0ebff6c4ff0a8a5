package io.protoworks.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.completion.Commissioning;
import io.protoworks.completion.GateType;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ItemType;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** A subsystem on its way from mechanical completion to acceptance, with all the parties. */
@ServerTest
class ScenarioTests {
  @Autowired Play play;
  @Autowired Commissioning commissioning;

  @Test
  void fromMechanicalCompletionToDefinitiveAcceptance() {
    Cast cast = play.cast();
    UUID pump = cast.equipment("P-101");
    UUID motor = cast.equipment("M-101");
    UUID c1 = play.template(ProtocolType.C1);
    UUID c2 =
        play.template(ProtocolType.C2, ItemDraft.check().withConfig("{\"energization\": true}"));
    UUID c3 = play.template(ProtocolType.C3);
    UUID c4 = play.template(ProtocolType.C4);

    State pumpC1 = cast.create(c1, ProtocolType.C1, pump);
    State c2Protocol = cast.release(cast.create(c2, ProtocolType.C2, pump, motor));
    assertThat(c2Protocol.status()).isEqualTo("AWAITING_GATE");

    assertThat(cast.playThrough(ProtocolType.C1, pumpC1).status()).isEqualTo("FINALIZED");
    assertThat(open(cast)).isEmpty();

    // The motor has no protocol of C1: its waiver covers it, and the next change opens the gate.
    commissioning.waive(motor, ProtocolType.C1);
    State spare = cast.create(c1, ProtocolType.C1, pump);
    cancel(cast, spare);
    assertThat(open(cast)).containsExactly(GateType.G12);

    GraphQlTester technician = cast.executor(ProtocolType.C2, UserRole.TECHNICIAN);
    c2Protocol = play.look(technician, c2Protocol.id());
    assertThat(c2Protocol.status()).isEqualTo("RELEASED");

    State c3Protocol = cast.release(cast.create(c3, ProtocolType.C3, pump, motor));
    c2Protocol = cast.submit(ProtocolType.C2, cast.fillAll(ProtocolType.C2, c2Protocol));
    c2Protocol = rejectAndResume(cast, c2Protocol);
    c2Protocol = cast.submit(ProtocolType.C2, cast.fillAll(ProtocolType.C2, c2Protocol));
    c2Protocol = cast.validate(cast.approve(ProtocolType.C2, c2Protocol));
    c2Protocol = cast.finish(ProtocolType.C2, c2Protocol);
    assertThat(open(cast)).containsExactlyInAnyOrder(GateType.G12, GateType.G23);

    c3Protocol = cast.fillAll(ProtocolType.C3, play.look(technician, c3Protocol.id()));
    State reopened =
        play.step(
            cast.as(CompanyType.CLIENTE, UserRole.CLIENT),
            "reopenProtocol",
            c2Protocol,
            Map.of("reason", "The report is missing."));
    assertThat(open(cast)).containsExactly(GateType.G12);
    c3Protocol = cast.submit(ProtocolType.C3, play.look(technician, c3Protocol.id()));
    assertThat(
            play.blockers(
                cast.executor(ProtocolType.C3, UserRole.MANAGER),
                "approveProtocol",
                c3Protocol,
                Map.of()))
        .containsExactly("GATE_CLOSED");

    c2Protocol = play.step(technician, "resumeProtocol", reopened);
    c2Protocol = cast.submit(ProtocolType.C2, c2Protocol);
    c2Protocol =
        play.step(cast.executor(ProtocolType.C2, UserRole.MANAGER), "approveProtocol", c2Protocol);
    c2Protocol =
        play.step(
            cast.as(CompanyType.GERENCIADORA, UserRole.ENGINEERING),
            "validateProtocol",
            c2Protocol);
    cast.finish(ProtocolType.C2, c2Protocol);
    c3Protocol = play.look(technician, c3Protocol.id());
    cast.finish(ProtocolType.C3, cast.validate(cast.approve(ProtocolType.C3, c3Protocol)));
    assertThat(open(cast)).containsExactlyInAnyOrder(GateType.G12, GateType.G23, GateType.G34);

    State c4Protocol = cast.create(c4, ProtocolType.C4, pump, motor);
    cast.playThrough(ProtocolType.C4, c4Protocol);
    assertThat(open(cast)).containsExactlyInAnyOrder(GateType.values());
    verify(cast, c4Protocol);
  }

  @Test
  void stagesThreeAndFourBeginAfterEnergization() {
    Cast cast = play.cast();
    UUID pump = cast.equipment("P-101");
    commissioning.waive(pump);
    UUID template = play.template(ProtocolType.C3, ItemDraft.of(ItemType.TEXT_MULTI));
    State protocol = cast.release(cast.create(template, ProtocolType.C3, pump));
    assertThat(protocol.status()).isEqualTo("RELEASED");
    GraphQlTester technician = cast.executor(ProtocolType.C3, UserRole.TECHNICIAN);
    List<Map<String, Object>> items =
        play.items(technician, protocol).stream()
            .<Map<String, Object>>map(
                item ->
                    Map.of(
                        "id", item.id(),
                        "expectedVersion", item.version(),
                        "value", Map.of("textMulti", Map.of("text", "Ran for an hour."))))
            .toList();
    play.fill(technician, protocol, items)
        .execute()
        .path("fillItems.errors[*].blockers[*].code")
        .entityList(String.class)
        .isEqualTo(List.of("NOT_ENERGIZED"));
  }

  private State rejectAndResume(Cast cast, State submitted) {
    GraphQlTester manager = cast.executor(ProtocolType.C2, UserRole.MANAGER);
    play.judge(manager, "rejectItems", submitted, play.itemIds(manager, submitted), "Do it again.");
    State rejected =
        play.step(
            manager, "rejectProtocol", submitted, Map.of("reason", "The check was not done."));
    return play.step(
        cast.executor(ProtocolType.C2, UserRole.TECHNICIAN), "resumeProtocol", rejected);
  }

  private void cancel(Cast cast, State protocol) {
    play.step(
        cast.as(CompanyType.GERENCIADORA, UserRole.ENGINEERING),
        "cancelProtocol",
        protocol,
        Map.of("reason", "Drawn up by mistake."));
  }

  private void verify(Cast cast, State protocol) {
    cast.as(CompanyType.CLIENTE, UserRole.CLIENT)
        .document("query($id: ID!) { verifyProtocol(id: $id) { isIntact signatures } }")
        .variable("id", protocol.id())
        .execute()
        .path("verifyProtocol.isIntact")
        .entity(Boolean.class)
        .isEqualTo(true)
        .path("verifyProtocol.signatures")
        .entity(Integer.class)
        .isEqualTo(3);
  }

  private List<GateType> open(Cast cast) {
    return commissioning.gates(cast.site().subsystemId()).entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .toList();
  }
}
