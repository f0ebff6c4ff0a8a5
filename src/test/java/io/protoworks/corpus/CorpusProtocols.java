package io.protoworks.corpus;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Fixture;
import io.protoworks.walk.Tenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Protocols of the corpus, on four subsystems with two equipments each, played by those who may to
 * several states. Their numbers begin at 11: those before are the tenant's own.
 */
@Fixture
public class CorpusProtocols {
  private static final List<String> SUBSYSTEMS = List.of("W111", "W112", "W121", "W122");

  private final CorpusCast casting;
  private final CorpusTemplates templates;
  private final CorpusItems items;
  private final Play play;
  private final JdbcClient database;

  CorpusProtocols(
      CorpusCast casting,
      CorpusTemplates templates,
      CorpusItems items,
      Play play,
      JdbcClient database) {
    this.casting = casting;
    this.templates = templates;
    this.items = items;
    this.play = play;
    this.database = database;
  }

  /** Two protocols under way, both with an item of every type, and both equipments of the first. */
  record Made(Cast cast, State underWay, State released, List<UUID> equipments) {}

  Made make(Tenant tenant) {
    countFrom("protocol.protocol_numbers", tenant);
    Cast cast = casting.make(tenant);
    CorpusTemplates.Made made = templates.make(tenant);
    List<State> large =
        SUBSYSTEMS.stream()
            .map(code -> cast.create(made.everyType(), ProtocolType.C1, both(tenant, code)))
            .map(cast::release)
            .toList();
    State underWay = items.fill(cast, large.get(0), "NOK");
    finish(cast, items.fill(cast, large.get(1), "OK"));
    reject(cast, submit(cast, items.fill(cast, large.get(2), "OK")));
    approve(cast, submit(cast, items.fill(cast, large.get(3), "NA")));
    State small = play(tenant, cast, made);
    tenant.remember("protocol", underWay.id());
    tenant.remember("finishedProtocol", large.get(1).id());
    tenant.remember("rejectedProtocol", large.get(2).id());
    return new Made(cast, underWay, small, List.of(both(tenant, "W111")));
  }

  /**
   * Small ones: of the first stage in the states that are left, of later ones before their gate.
   */
  private State play(Tenant tenant, Cast cast, CorpusTemplates.Made made) {
    UUID valve = casting.equipment(tenant, "W111-A");
    cast.create(made.check(), ProtocolType.C1, valve);
    State released = cast.release(cast.create(made.check(), ProtocolType.C1, valve));
    State cancelled =
        cast.create(made.check(), ProtocolType.C1, casting.equipment(tenant, "W112-B"));
    play.step(
        engineering(cast), "cancelProtocol", cancelled, Map.of("reason", "Drawn up by mistake."));
    State checked =
        cast.release(
            cast.create(made.check(), ProtocolType.C1, casting.equipment(tenant, "W121-A")));
    cast.validate(approve(cast, submit(cast, cast.fillAll(ProtocolType.C1, checked))));
    cast.release(cast.create(made.energizing(), ProtocolType.C2, both(tenant, "W111")));
    cast.release(cast.create(made.energizing(), ProtocolType.C2, both(tenant, "W121")));
    cast.create(made.running(), ProtocolType.C3, both(tenant, "W122"));
    return released;
  }

  private static State submit(Cast cast, State protocol) {
    return cast.submit(ProtocolType.C1, protocol);
  }

  private static State approve(Cast cast, State protocol) {
    return cast.approve(ProtocolType.C1, protocol);
  }

  private static void finish(Cast cast, State filled) {
    cast.finish(ProtocolType.C1, cast.validate(approve(cast, submit(cast, filled))));
  }

  private void reject(Cast cast, State submitted) {
    GraphQlTester manager = cast.as(CompanyType.MONTADORA, UserRole.MANAGER);
    List<String> first = play.itemIds(manager, submitted).subList(0, 1);
    play.judge(manager, "rejectItems", submitted, first, "The torque is missing.");
    play.step(manager, "rejectProtocol", submitted, Map.of("reason", "One check was not done."));
  }

  private static GraphQlTester engineering(Cast cast) {
    return cast.as(CompanyType.GERENCIADORA, UserRole.ENGINEERING);
  }

  private UUID[] both(Tenant tenant, String subsystem) {
    return new UUID[] {
      casting.equipment(tenant, subsystem + "-A"), casting.equipment(tenant, subsystem + "-B")
    };
  }

  /** Leaves the numbers to 10 to those that were not made through the API. */
  void countFrom(String numbers, Tenant tenant) {
    database
        .sql("insert into %s (project_id, last_number) values (?, 10)".formatted(numbers))
        .param(tenant.projectId())
        .update();
  }
}
