package io.protoworks.pendency;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.pendency.Pendencies.Raised;
import io.protoworks.pendency.Pendencies.Scene;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.ServerTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A check that was not OK, whose pendency was mended, is done; whatever else is done again. */
@ServerTest
class MendedFindingTests {
  @Autowired Play play;
  @Autowired Pendencies pendencies;

  @Test
  void needsNoOtherPendencyOnceItsItemIsApproved() {
    Scene scene = pendencies.scene(ItemDraft.check().withConfig("{\"nokRequiresPendency\": true}"));
    Cast cast = scene.cast();
    State protocol = scene.protocol();
    play.fill(scene.clearer(), protocol, Map.of("checkbox", Map.of("result", "NOK")));
    protocol = play.look(scene.clearer(), protocol.id());
    assertThat(play.blockers(scene.clearer(), "submitProtocol", protocol, Map.of()))
        .containsExactly("PENDENCIES_MISSING");
    Raised raised = pendencies.raise(scene, "PA");
    protocol = cast.approve(ProtocolType.C1, cast.submit(ProtocolType.C1, protocol));
    raised = pendencies.clear(scene, raised);
    pendencies.does(scene.verifier(), "verifyPendency", Pendencies.on(raised, Map.of()));
    protocol = cast.finish(ProtocolType.C1, cast.validate(protocol));
    protocol =
        play.step(
            cast.as(CompanyType.CLIENTE, UserRole.CLIENT),
            "reopenProtocol",
            protocol,
            Map.of("reason", "A drawing was forgotten."));
    protocol = play.step(scene.clearer(), "resumeProtocol", protocol);
    assertThat(cast.submit(ProtocolType.C1, protocol).status()).isEqualTo("SUBMITTED");
  }
}
