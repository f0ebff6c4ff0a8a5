package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.COMISSIONADORA;
import static io.protoworks.identity.CompanyType.GERENCIADORA;

import io.protoworks.completion.Commissioning;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Plants;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.protocol.TransitionTable.Setting;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Fixture;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.graphql.test.tester.GraphQlTester;

/** A project where protocols of a setting are brought to wherever a step begins. */
final class TransitionScene {
  static final String REASON = "As was seen at the walk-down";

  private final Play play;
  private final Plants plants;
  private final Commissioning commissioning;
  private final Setting setting;
  private final Cast cast;
  private final UUID template;

  private TransitionScene(
      Play play, Plants plants, Commissioning commissioning, Setting setting, Cast cast) {
    this.play = play;
    this.plants = plants;
    this.commissioning = commissioning;
    this.setting = setting;
    this.cast = cast;
    this.template = play.template(setting.stage());
  }

  /** Makes scenes. */
  @Fixture
  static class Scenes {
    private final Play play;
    private final Plants plants;
    private final Sites sites;
    private final Commissioning commissioning;

    Scenes(Play play, Plants plants, Sites sites, Commissioning commissioning) {
      this.play = play;
      this.plants = plants;
      this.sites = sites;
      this.commissioning = commissioning;
    }

    TransitionScene scene(Setting setting) {
      Cast cast =
          play.cast(
              setting.takesPart(COMISSIONADORA) ? sites.site() : sites.siteWithout(COMISSIONADORA));
      TransitionScene scene = new TransitionScene(play, plants, commissioning, setting, cast);
      if (setting.stage().compareTo(ProtocolType.C2) > 0) {
        scene.energize();
      }
      return scene;
    }
  }

  Cast cast() {
    return cast;
  }

  /** C3 and C4 begin after an energization was found OK, here by a protocol of C2. */
  private void energize() {
    UUID equipment = cast.equipment("ENERGIZED");
    earlierStages()
        .filter(stage -> stage != ProtocolType.C2)
        .forEach(stage -> commissioning.waive(equipment, stage));
    ItemDraft energization = ItemDraft.check().withConfig("{\"energization\": true}");
    cast.playThrough(
        ProtocolType.C2,
        cast.create(play.template(ProtocolType.C2, energization), ProtocolType.C2, equipment));
  }

  private Stream<ProtocolType> earlierStages() {
    return Stream.of(ProtocolType.values()).filter(stage -> stage.compareTo(setting.stage()) < 0);
  }

  /** A protocol in this status, with all its items judged so. */
  State at(ProtocolStatus status, String items) {
    return switch (status) {
      case CREATED -> created(cast.site().subsystemId());
      case AWAITING_GATE -> cast.release(behindAClosedGate());
      case REJECTED -> rejected(items);
      case CANCELLED ->
          play.step(
              cast.as(GERENCIADORA, UserRole.ENGINEERING),
              "cancelProtocol",
              at(ProtocolStatus.RELEASED, "PENDING"),
              Map.of("reason", REASON));
      default -> judged(played(status), items);
    };
  }

  private State created(UUID subsystem) {
    UUID equipment = plants.equipment(subsystem, "T-" + UUID.randomUUID());
    earlierStages().forEach(stage -> commissioning.waive(equipment, stage));
    return cast.create(template, cast.site().company(setting.executor()), equipment);
  }

  /** An equipment that nothing exempts is in the way. */
  private State behindAClosedGate() {
    UUID subsystem = plants.subsystem(cast.site().systemId(), "S-" + UUID.randomUUID());
    plants.equipment(subsystem, "T-" + UUID.randomUUID());
    return created(subsystem);
  }

  private State rejected(String items) {
    Map<String, Object> why = Map.of("reason", REASON, "isDocumental", items.equals("PENDING"));
    return play.step(
        cast.as(setting.executor(), UserRole.MANAGER),
        "rejectProtocol",
        at(ProtocolStatus.SUBMITTED, items),
        why);
  }

  /** From CREATED on, each step by who takes it. */
  private State played(ProtocolStatus status) {
    List<UnaryOperator<State>> way =
        List.of(
            cast::release,
            this::filled,
            state -> play.step(filler(), "submitProtocol", state),
            state ->
                play.step(cast.as(setting.executor(), UserRole.MANAGER), "approveProtocol", state),
            cast::validate,
            state ->
                play.step(
                    cast.as(setting.finalizer(), setting.finalizing()), "finalizeProtocol", state));
    State state = created(cast.site().subsystemId());
    for (UnaryOperator<State> next : way) {
      if (state.status().equals(status.name())) {
        return state;
      }
      state = next.apply(state);
    }
    return state;
  }

  private State filled(State protocol) {
    play.fill(filler(), protocol, Map.of("checkbox", Map.of("result", "OK")));
    return play.look(filler(), protocol.id());
  }

  private GraphQlTester filler() {
    return cast.as(setting.executor(), setting.filling());
  }

  private State judged(State protocol, String items) {
    if (protocol.status().equals("APPROVED") && items.equals("APPROVED")) {
      cast.approveItems(protocol);
    } else if (protocol.status().equals("SUBMITTED") && items.equals("REJECTED")) {
      GraphQlTester manager = cast.as(setting.executor(), UserRole.MANAGER);
      play.judge(manager, "rejectItems", protocol, play.itemIds(manager, protocol), REASON);
    }
    return play.look(cast.as(GERENCIADORA, UserRole.ENGINEERING), protocol.id());
  }

  /** The company whose turn it is in a status. */
  UUID turn(ProtocolStatus status) {
    return cast.site().company(setting.turn(status));
  }

  String token(CompanyType part, UserRole role) {
    return cast.person(part, role).token();
  }
}
