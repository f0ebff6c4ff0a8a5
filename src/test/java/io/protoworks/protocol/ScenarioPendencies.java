package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.CLIENTE;
import static io.protoworks.identity.CompanyType.COMISSIONADORA;
import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.pendency.Pendencies.clearing;
import static io.protoworks.pendency.Pendencies.on;
import static io.protoworks.testing.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.UserRole;
import io.protoworks.pendency.Pendencies;
import io.protoworks.pendency.Pendencies.Raised;
import io.protoworks.plant.Plants;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import java.util.Map;
import java.util.UUID;
import org.springframework.graphql.test.tester.GraphQlTester;

/** What is found in a subsystem, and mended by its MONTADORA. */
final class ScenarioPendencies {
  private final Cast cast;
  private final Play play;
  private final Pendencies pendencies;

  ScenarioPendencies(Cast cast, Play play, Pendencies pendencies) {
    this.cast = cast;
    this.play = play;
    this.pendencies = pendencies;
  }

  /** The COMISSIONADORA finds the first item impeditive. */
  Raised raisePa(State protocol) {
    GraphQlTester commissioner = cast.as(COMISSIONADORA, UserRole.MANAGER);
    return pendencies.does(
        commissioner,
        "raisePendency",
        Map.of(
            "subject",
            Map.of("protocolItemId", play.itemIds(commissioner, protocol).getFirst()),
            "description",
            "The flange leaks",
            "type",
            "PA"));
  }

  /** What the CLIENTE finds on a walk-down may be mended later: it is carried over. */
  Raised raisePb(State protocol, UUID equipment) {
    return pendencies.does(
        cast.as(CLIENTE, UserRole.CLIENT),
        "raisePendency",
        Map.of(
            "subject",
            Map.of(
                "equipment",
                Map.of(
                    "protocolId",
                    protocol.id(),
                    "equipmentId",
                    Plants.globalId("equipment", equipment))),
            "description",
            "The coating is scratched",
            "type",
            "PB",
            "dueOn",
            "2026-12-31",
            "clearingCompanyId",
            Plants.globalId("company", cast.site().company(MONTADORA))));
  }

  Raised clear(Raised raised) {
    return pendencies.does(
        cast.as(MONTADORA, UserRole.TECHNICIAN), "clearPendency", clearing(raised));
  }

  /** By the GERENCIADORA; who cleared it can't, nor can a colleague of theirs. */
  void verify(Raised cleared) {
    for (UserRole role : new UserRole[] {UserRole.TECHNICIAN, UserRole.MANAGER}) {
      assertFails(
          pendencies.asking(cast.as(MONTADORA, role), "verifyPendency", on(cleared, Map.of())),
          "FORBIDDEN");
    }
    Raised verified =
        pendencies.does(
            cast.as(GERENCIADORA, UserRole.ENGINEERING), "verifyPendency", on(cleared, Map.of()));
    assertThat(verified.status()).isEqualTo("RESOLVED");
  }

  /** The one PA is all that keeps the GERENCIADORA from validating. */
  void requireNotValidated(State approved) {
    GraphQlTester engineering = cast.as(GERENCIADORA, UserRole.ENGINEERING);
    State before = play.look(engineering, approved.id());
    GraphQlTester.Response refused =
        play.request(engineering, "validateProtocol", Play.input(before, Map.of())).execute();
    refused
        .path("validateProtocol.errors")
        .matchesJson(
            """
            [{"__typename": "TransitionBlocked", "code": "TRANSITION_BLOCKED",
              "blockers": [{"__typename": "PendenciesBlocker", "code": "OPEN_PENDENCIES",
                            "openPa": 1, "openPb": 0, "openPc": 0}]}]
            """);
    assertThat(play.look(engineering, approved.id())).isEqualTo(before);
  }
}
