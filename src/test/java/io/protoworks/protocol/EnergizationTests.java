package io.protoworks.protocol;

import static io.protoworks.completion.GateType.G12;
import static io.protoworks.completion.GateType.G23;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Nothing is run before it was found energized. */
@ServerTest
class EnergizationTests {
  @Autowired Play play;

  @Test
  void stagesThreeAndFourBeginAfterEnergization() {
    Cast cast = play.cast();
    UUID pump = cast.equipment("P-101");
    ScenarioGates gates = new ScenarioGates(cast);
    gates.waive(ProtocolType.C1, pump, G12);
    gates.waive(ProtocolType.C2, pump, G12, G23);
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
}
