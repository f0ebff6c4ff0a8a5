package io.protoworks.corpus;

import io.protoworks.attachment.Uploads;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.pendency.Pendencies;
import io.protoworks.pendency.Pendencies.Raised;
import io.protoworks.pendency.Pendencies.Scene;
import io.protoworks.plant.Mutations;
import io.protoworks.protocol.Play;
import io.protoworks.testing.Api;
import io.protoworks.testing.Fixture;
import io.protoworks.walk.Tenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Pendencies of the corpus, at items and at equipments, one in each state that there is. */
@Fixture
public class CorpusPendencies {
  private final Pendencies pendencies;
  private final CorpusProtocols protocols;
  private final Play play;
  private final Uploads uploads;
  private final Api api;

  CorpusPendencies(
      Pendencies pendencies, CorpusProtocols protocols, Play play, Uploads uploads, Api api) {
    this.pendencies = pendencies;
    this.protocols = protocols;
    this.play = play;
    this.uploads = uploads;
    this.api = api;
  }

  void make(Tenant tenant, CorpusProtocols.Made made) {
    protocols.countFrom("pendency.pendency_numbers", tenant);
    GraphQlTester engineering = made.cast().as(CompanyType.GERENCIADORA, UserRole.ENGINEERING);
    List<String> items = play.itemIds(engineering, made.underWay());
    UUID valve = made.equipments().get(0);
    UUID pump = made.equipments().get(1);
    Scene check = new Scene(made.cast(), made.underWay(), valve, items.get(0));
    Scene reading = new Scene(made.cast(), made.underWay(), valve, items.get(4));
    Scene small =
        new Scene(
            made.cast(),
            made.released(),
            valve,
            play.itemIds(engineering, made.released()).getFirst());
    tenant.remember("pendency", discussed(check).id());
    refused(reading);
    resolved(small);
    pendencies.does(small.raiser(), "raisePendency", small.atEquipment(valve, "PB"));
    retyped(check, pump);
    cleared(check, pump);
  }

  /** Open at an item, assigned, talked about, with a request to weigh it less and a photo. */
  private Raised discussed(Scene scene) {
    Raised raised = pendencies.raise(scene, "PA");
    People.SignedIn technician = scene.cast().person(CompanyType.MONTADORA, UserRole.TECHNICIAN);
    raised =
        does(
            scene.as(CompanyType.MONTADORA, UserRole.MANAGER),
            "assignPendency",
            raised,
            Map.of("assignedToId", technician.globalId()));
    pendencies.does(
        scene.clearer(),
        "commentPendency",
        Map.of("id", raised.id(), "comment", "Which flange is it?"));
    attach(technician, raised, "flange.png");
    return does(
        scene.raiser(),
        "changePendencyType",
        raised,
        Map.of("type", "PC", "reason", "It does not hold up anybody."));
  }

  /** Cleared once, with evidence, which was not believed. */
  private void refused(Scene scene) {
    Map<String, Object> input = new HashMap<>(scene.atItem("PB"));
    input.put("evidenceRequired", true);
    Raised raised = pendencies.does(scene.raiser(), "raisePendency", input);
    attach(scene.cast().person(CompanyType.MONTADORA, UserRole.TECHNICIAN), raised, "loop.png");
    does(
        scene.raiser(),
        "refusePendency",
        pendencies.clear(scene, raised),
        Map.of("reason", "The reading is the same."));
  }

  private void resolved(Scene scene) {
    Raised cleared = pendencies.clear(scene, pendencies.raise(scene, "PC"));
    does(scene.raiser(), "verifyPendency", cleared, Map.of("description", "Seen"));
  }

  /** Found on a walk, and weighed more by who raised it. */
  private void retyped(Scene scene, UUID equipment) {
    Raised raised =
        pendencies.does(scene.raiser(), "raisePendency", scene.atEquipment(equipment, "PC"));
    does(
        scene.raiser(),
        "changePendencyType",
        raised,
        Map.of("type", "PB", "reason", "It must be done before the start.", "dueOn", "2099-12-31"));
  }

  private void cleared(Scene scene, UUID equipment) {
    pendencies.clear(
        scene,
        pendencies.does(scene.raiser(), "raisePendency", scene.atEquipment(equipment, "PC")));
  }

  private Raised does(
      GraphQlTester caller, String mutation, Raised raised, Map<String, Object> more) {
    return pendencies.does(caller, mutation, Pendencies.on(raised, more));
  }

  private void attach(People.SignedIn technician, Raised raised, String name) {
    Mutations.ask(
            api.as(technician.token()),
            "addPendencyAttachment",
            "attachment { id }",
            Map.of("pendencyId", raised.id(), "uploadId", uploads.photo(technician.token(), name)))
        .execute()
        .path("addPendencyAttachment.attachment.id")
        .hasValue();
  }
}
