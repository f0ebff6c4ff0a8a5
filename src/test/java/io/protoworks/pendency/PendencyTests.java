package io.protoworks.pendency;

import static io.protoworks.identity.CompanyType.COMISSIONADORA;
import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.pendency.Pendencies.clearing;
import static io.protoworks.pendency.Pendencies.on;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.attachment.Uploads;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.pendency.Pendencies.Raised;
import io.protoworks.pendency.Pendencies.Scene;
import io.protoworks.plant.Plants;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Play;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A pendency on its way from when it is raised until somebody else found it mended. */
@ServerTest
class PendencyTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired Play play;
  @Autowired Uploads uploads;
  @Autowired Pendencies pendencies;
  @Autowired JdbcClient database;

  private Scene scene;

  @BeforeEach
  void makeScene() {
    scene = pendencies.scene();
  }

  private GraphQlTester stranger() {
    return api.as(people.stranger().token());
  }

  private void assertUnchanged(Raised raised, Runnable attempts) {
    String before = pendencies.state(raised);
    attempts.run();
    assertThat(pendencies.state(raised)).isEqualTo(before);
  }

  @Test
  void isRaisedAtAnItem() {
    pendencies
        .asking(scene.raiser(), "raisePendency", scene.atItem("PA"))
        .execute()
        .path("raisePendency.pendency")
        .matchesJson(
            """
            {"number": 1, "version": 1, "type": "PA", "status": "OPEN", "isCleared": false}
            """);
    assertThat(open()).isEqualTo("1 0 0");
    assertThat(pendencies.raise(scene, "PC").number()).isEqualTo(2);
    assertThat(open()).isEqualTo("1 0 1");
  }

  private String open() {
    return database
        .sql(
            "select concat_ws(' ', open_pa, open_pb, open_pc) from protocol.protocols where id = ?")
        .param(scene.protocolId())
        .query(String.class)
        .single();
  }

  @Test
  void hasTheTypeThatTheItemProposes() {
    assertThat(pendencies.does(scene.raiser(), "raisePendency", scene.atItem(null)).type())
        .isEqualTo("PB");
  }

  @Test
  void isRaisedAtAnEquipmentOfTheSubsystem() {
    UUID other = scene.cast().equipment("P-102");
    Raised raised =
        pendencies.does(scene.raiser(), "raisePendency", scene.atEquipment(other, "PC"));
    scene
        .raiser()
        .document(
            """
            query($id: ID!) {
              node(id: $id) {
                ... on Pendency {
                  equipment { tagId } protocolItem { id } protocol { id } subsystem { code } stage
                  raisingCompany { id } clearingCompany { id } createdBy { id }
                  history { action newType }
                }
              }
            }
            """)
        .variable("id", raised.id())
        .execute()
        .path("node")
        .matchesJson(
            """
            {"equipment": {"tagId": "P-102"}, "protocolItem": null, "protocol": {"id": "%s"},
             "subsystem": {"code": "SS1"}, "stage": "C1", "raisingCompany": {"id": "%s"},
             "clearingCompany": {"id": "%s"}, "history": [{"action": "CREATED", "newType": "PC"}]}
            """
                .formatted(
                    scene.protocol().id(),
                    scene.company(COMISSIONADORA),
                    scene.company(MONTADORA)));
  }

  @Test
  void isNotRaisedWithoutASubject() {
    Map<String, Object> both = scene.atItem("PC");
    both.put(
        "subject",
        Map.of(
            "protocolItemId",
            scene.itemId(),
            "equipment",
            Map.of(
                "protocolId",
                scene.protocol().id(),
                "equipmentId",
                new TypeId("equipment", scene.equipmentId()).toString())));
    Map<String, Object> neither = scene.atItem("PC");
    neither.put("subject", Map.of());
    for (Map<String, Object> input : List.of(both, neither)) {
      assertFails(
          pendencies.asking(scene.raiser(), "raisePendency", input), "GRAPHQL_VALIDATION_FAILED");
    }
    assertThat(open()).isEqualTo("0 0 0");
  }

  @Test
  void isNotRaisedAtAnEquipmentOfAnotherSubsystemOrOutOfUse() {
    UUID elsewhere =
        plants.equipment(plants.subsystem(scene.cast().site().systemId(), "SS2"), "P-201");
    UUID retired = scene.cast().equipment("P-103");
    plants.deactivate("equipments", retired);
    for (UUID equipment : List.of(elsewhere, retired, UUID.randomUUID())) {
      assertRefused(
          pendencies.asking(scene.raiser(), "raisePendency", scene.atEquipment(equipment, "PC")),
          "raisePendency",
          "UNKNOWN_REFERENCE");
    }
    assertThat(open()).isEqualTo("0 0 0");
  }

  @Test
  void isNotRaisedAsItMustNotBe() {
    Map<String, Object> undue = scene.atItem("PB");
    undue.remove("dueOn");
    Map<String, Object> elsewhere = scene.atItem("PC");
    elsewhere.put("clearingCompanyId", new TypeId("company", people.company(MONTADORA)).toString());
    Map<String, Object> untyped = scene.atEquipment(scene.equipmentId(), "PC");
    untyped.remove("type");
    Map<String, Object> wordless = scene.atItem("PC");
    wordless.put("description", "  ");
    assertRefused(
        pendencies.asking(scene.raiser(), "raisePendency", elsewhere),
        "raisePendency",
        "UNKNOWN_REFERENCE");
    for (Map<String, Object> input : List.of(undue, untyped, wordless)) {
      assertRefused(
          pendencies.asking(scene.raiser(), "raisePendency", input),
          "raisePendency",
          "INVALID_INPUT");
    }
    assertThat(open()).isEqualTo("0 0 0");
  }

  @Test
  void isRaisedByWhoeverTakesPart() {
    Map<String, Object> input = scene.atItem("PC");
    assertFails(pendencies.asking(api.anonymous(), "raisePendency", input), "UNAUTHENTICATED");
    assertRefused(
        pendencies.asking(stranger(), "raisePendency", input),
        "raisePendency",
        "UNKNOWN_REFERENCE");
    assertFails(
        pendencies.asking(scene.as(MONTADORA, UserRole.ADMIN), "raisePendency", input),
        "FORBIDDEN");
    assertThat(open()).isEqualTo("0 0 0");
    pendencies.does(scene.as(CompanyType.CLIENTE, UserRole.CLIENT), "raisePendency", input);
    pendencies.does(scene.as(MONTADORA, UserRole.TECHNICIAN), "raisePendency", input);
    assertThat(open()).isEqualTo("0 0 2");
  }

  @Test
  void isNotRaisedOnACancelledProtocol() {
    play.step(
        scene.verifier(),
        "cancelProtocol",
        play.look(scene.verifier(), scene.protocol().id()),
        Map.of("reason", "It is not needed any more"));
    assertRefused(
        pendencies.asking(scene.raiser(), "raisePendency", scene.atItem("PC")),
        "raisePendency",
        "IN_THE_WAY");
    assertThat(open()).isEqualTo("0 0 0");
  }

  @Test
  void isClearedByTheCompanyThatHasToAndVerifiedByAnother() {
    Raised raised = pendencies.raise(scene, "PA");
    Raised cleared = pendencies.clear(scene, raised);
    assertThat(cleared.status()).isEqualTo("OPEN");
    assertThat(open()).isEqualTo("1 0 0");
    Raised resolved =
        pendencies.does(
            scene.raiser(), "verifyPendency", on(cleared, Map.of("description", "Seen")));
    assertThat(resolved.status()).isEqualTo("RESOLVED");
    assertThat(open()).isEqualTo("0 0 0");
    assertThat(pendencies.history(raised))
        .containsExactly("CREATED PA", "CLEARED A new gasket", "RESOLVED Seen");
    assertThat(pendencies.trail(raised))
        .containsExactly(
            "pendency.raised CREATE", "pendency.cleared UPDATE", "pendency.resolved APPROVE");
  }

  @Test
  void isClearedOnlyByWhoMayAndWhenItCan() {
    Raised raised = pendencies.raise(scene, "PA");
    Map<String, Object> input = clearing(raised);
    assertUnchanged(
        raised,
        () -> {
          assertFails(
              pendencies.asking(api.anonymous(), "clearPendency", input), "UNAUTHENTICATED");
          assertRefused(
              pendencies.asking(stranger(), "clearPendency", input),
              "clearPendency",
              "UNKNOWN_REFERENCE");
          assertFails(pendencies.asking(scene.raiser(), "clearPendency", input), "FORBIDDEN");
          assertFails(
              pendencies.asking(scene.as(MONTADORA, UserRole.CLIENT), "clearPendency", input),
              "FORBIDDEN");
          assertRefused(
              pendencies.asking(
                  scene.clearer(), "clearPendency", on(raised, Map.of("description", " "))),
              "clearPendency",
              "INVALID_INPUT");
        });
    Raised cleared = pendencies.clear(scene, raised);
    assertUnchanged(
        raised,
        () -> {
          assertRefused(
              pendencies.asking(scene.clearer(), "clearPendency", input),
              "clearPendency",
              "STALE_VERSION");
          assertRefused(
              pendencies.asking(scene.clearer(), "clearPendency", clearing(cleared)),
              "clearPendency",
              "PENDENCY_BLOCKED");
        });
  }

  /** What the raiser shows of the damage is no evidence that it is mended. */
  @Test
  void isClearedWithEvidenceWhereThatIsAskedFor() {
    Map<String, Object> input = scene.atItem("PC");
    input.put("evidenceRequired", true);
    Raised raised = pendencies.does(scene.raiser(), "raisePendency", input);
    attach(COMISSIONADORA, UserRole.MANAGER, raised).hasValue();
    assertUnchanged(
        raised,
        () ->
            assertRefused(
                pendencies.asking(scene.clearer(), "clearPendency", clearing(raised)),
                "clearPendency",
                "PENDENCY_BLOCKED"));
    attach(MONTADORA, UserRole.TECHNICIAN, raised).hasValue();
    Raised cleared = pendencies.clear(scene, raised);
    scene
        .raiser()
        .document(
            "query($id: ID!) { node(id: $id) { ... on Pendency"
                + " { attachments { totalCount nodes { fileName uploadedBy { id } } } } } }")
        .variable("id", raised.id())
        .execute()
        .path("node.attachments")
        .matchesJson(
            """
            {"totalCount": 2, "nodes": [{"uploadedBy": {"id": "%s"}}, {"uploadedBy": {"id": "%s"}}]}
            """
                .formatted(
                    scene.cast().person(MONTADORA, UserRole.TECHNICIAN).globalId(),
                    scene.cast().person(COMISSIONADORA, UserRole.MANAGER).globalId()));
    pendencies.does(scene.raiser(), "verifyPendency", on(cleared, Map.of()));
    attach(MONTADORA, UserRole.TECHNICIAN, raised).valueIsNull();
  }

  /** Uploads a file and attaches it, as a client does. */
  private GraphQlTester.Path attach(CompanyType part, UserRole role, Raised raised) {
    String upload = uploads.document(scene.cast().person(part, role).token());
    return scene
        .as(part, role)
        .document(
            """
            mutation($input: AddPendencyAttachmentInput!) {
              addPendencyAttachment(input: $input) { attachment { id } errors { code } }
            }
            """)
        .variable("input", Map.of("pendencyId", raised.id(), "uploadId", upload))
        .execute()
        .path("addPendencyAttachment.attachment");
  }

  @Test
  void isVerifiedOnlyByWhoMayAndWhenItCan() {
    Raised raised = pendencies.raise(scene, "PA");
    assertRefused(
        pendencies.asking(scene.verifier(), "verifyPendency", on(raised, Map.of())),
        "verifyPendency",
        "PENDENCY_BLOCKED");
    Raised cleared = pendencies.clear(scene, raised);
    Map<String, Object> input = on(cleared, Map.of());
    assertUnchanged(
        raised,
        () -> {
          assertFails(
              pendencies.asking(api.anonymous(), "verifyPendency", input), "UNAUTHENTICATED");
          assertRefused(
              pendencies.asking(stranger(), "verifyPendency", input),
              "verifyPendency",
              "UNKNOWN_REFERENCE");
          for (GraphQlTester wrong :
              List.of(
                  scene.as(MONTADORA, UserRole.MANAGER),
                  scene.as(CompanyType.CLIENTE, UserRole.CLIENT),
                  scene.as(GERENCIADORA, UserRole.ADMIN))) {
            assertFails(pendencies.asking(wrong, "verifyPendency", input), "FORBIDDEN");
          }
        });
    pendencies.does(scene.verifier(), "verifyPendency", input);
    assertUnchanged(
        raised,
        () ->
            assertRefused(
                pendencies.asking(scene.raiser(), "verifyPendency", input),
                "verifyPendency",
                "STALE_VERSION"));
  }

  /** Where one company raised it and has to clear it, it is still two people's. */
  @Test
  void isNotVerifiedByWhoClearedIt() {
    GraphQlTester technician = scene.as(MONTADORA, UserRole.TECHNICIAN);
    Raised raised = pendencies.does(technician, "raisePendency", scene.atItem("PC"));
    Raised cleared = pendencies.clear(scene, raised);
    assertUnchanged(
        raised,
        () -> {
          assertRefused(
              pendencies.asking(technician, "verifyPendency", on(cleared, Map.of())),
              "verifyPendency",
              "PENDENCY_BLOCKED");
          assertRefused(
              pendencies.asking(
                  technician,
                  "refusePendency",
                  on(cleared, Map.of("reason", "It leaks as it did"))),
              "refusePendency",
              "PENDENCY_BLOCKED");
        });
    pendencies.does(scene.as(MONTADORA, UserRole.MANAGER), "verifyPendency", on(cleared, Map.of()));
  }

  @Test
  void isToBeClearedAgainWhenThatIsRefused() {
    Raised raised = pendencies.raise(scene, "PA");
    Raised cleared = pendencies.clear(scene, raised);
    assertRefused(
        pendencies.asking(scene.verifier(), "refusePendency", on(cleared, Map.of("reason", "No"))),
        "refusePendency",
        "INVALID_INPUT");
    Raised refused =
        pendencies.does(
            scene.verifier(),
            "refusePendency",
            on(cleared, Map.of("reason", "It leaks as it did")));
    scene
        .raiser()
        .document(
            "query($id: ID!) { node(id: $id) { ... on Pendency"
                + " { isCleared refusals clearedBy { id } clearingDescription } } }")
        .variable("id", raised.id())
        .execute()
        .path("node")
        .matchesJson(
            """
            {"isCleared": false, "refusals": 1, "clearedBy": null, "clearingDescription": null}
            """);
    pendencies.clear(scene, refused);
    assertThat(pendencies.history(raised))
        .containsExactly(
            "CREATED PA",
            "CLEARED A new gasket",
            "REFUSED It leaks as it did",
            "CLEARED A new gasket");
  }

  @Test
  void isChangedUntilItIsCleared() {
    Raised raised = pendencies.raise(scene, "PB");
    Map<String, Object> change = new HashMap<>();
    change.put("description", "The flange leaks badly");
    change.put("clearingCompanyId", scene.company(CompanyType.FORNECEDOR));
    change.put("evidenceRequired", false);
    assertUnchanged(
        raised,
        () -> {
          assertRefused(
              pendencies.asking(scene.raiser(), "changePendency", on(raised, change)),
              "changePendency",
              "INVALID_INPUT");
          assertFails(
              pendencies.asking(scene.clearer(), "changePendency", on(raised, change)),
              "FORBIDDEN");
        });
    change.put("dueOn", "2026-12-31");
    Raised changed = pendencies.does(scene.raiser(), "changePendency", on(raised, change));
    assertFails(
        pendencies.asking(scene.clearer(), "clearPendency", clearing(changed)), "FORBIDDEN");
    Raised cleared =
        pendencies.does(
            scene.as(CompanyType.FORNECEDOR, UserRole.TECHNICIAN),
            "clearPendency",
            clearing(changed));
    assertUnchanged(
        raised,
        () ->
            assertRefused(
                pendencies.asking(scene.raiser(), "changePendency", on(cleared, change)),
                "changePendency",
                "PENDENCY_BLOCKED"));
    assertThat(pendencies.history(raised))
        .containsExactly("CREATED PB", "CHANGED", "CLEARED A new gasket");
  }

  @Test
  void isSeenToBySomebodyOfTheClearingCompany() {
    Raised raised = pendencies.raise(scene, "PC");
    GraphQlTester manager = scene.as(MONTADORA, UserRole.MANAGER);
    People.SignedIn technician = scene.cast().person(MONTADORA, UserRole.TECHNICIAN);
    People.SignedIn other = scene.cast().person(COMISSIONADORA, UserRole.MANAGER);
    assertUnchanged(
        raised,
        () ->
            pendencies
                .asking(
                    scene.raiser(),
                    "assignPendency",
                    on(raised, Map.of("assignedToId", other.globalId())))
                .execute()
                .path("assignPendency.errors[*].code")
                .entityList(String.class)
                .containsExactly("INVALID_INPUT"));
    pendencies.does(
        manager, "assignPendency", on(raised, Map.of("assignedToId", technician.globalId())));
    scene
        .clearer()
        .document("{ pendencies(filter: {assignedToMe: true}) { nodes { id assignedTo { id } } } }")
        .execute()
        .path("pendencies.nodes")
        .matchesJson(
            "[{\"id\": \"%s\", \"assignedTo\": {\"id\": \"%s\"}}]"
                .formatted(raised.id(), technician.globalId()));
  }

  @Test
  void isCommentedOnForGood() {
    Raised raised = pendencies.raise(scene, "PC");
    Map<String, Object> input = Map.of("id", raised.id(), "comment", "Ordered a gasket");
    assertUnchanged(
        raised,
        () -> {
          assertFails(
              pendencies.asking(api.anonymous(), "commentPendency", input), "UNAUTHENTICATED");
          assertRefused(
              pendencies.asking(stranger(), "commentPendency", input),
              "commentPendency",
              "UNKNOWN_REFERENCE");
          assertFails(
              pendencies.asking(scene.as(MONTADORA, UserRole.ADMIN), "commentPendency", input),
              "FORBIDDEN");
          assertRefused(
              pendencies.asking(
                  scene.clearer(), "commentPendency", Map.of("id", raised.id(), "comment", "")),
              "commentPendency",
              "INVALID_INPUT");
        });
    Raised same = pendencies.does(scene.clearer(), "commentPendency", input);
    assertThat(same.version()).isEqualTo(raised.version());
    Raised cleared = pendencies.clear(scene, raised);
    pendencies.does(scene.raiser(), "verifyPendency", on(cleared, Map.of()));
    pendencies.does(scene.clearer(), "commentPendency", input);
    assertThat(pendencies.history(raised))
        .containsExactly(
            "CREATED PC",
            "COMMENT Ordered a gasket",
            "CLEARED A new gasket",
            "RESOLVED",
            "COMMENT Ordered a gasket");
    assertThat(pendencies.trail(raised)).contains("pendency.commented UPDATE");
  }

  /** Two at once: one is first, and the other is told how it is now. */
  @Test
  void isVerifiedOnceByTwoAtOnce() throws Exception {
    Raised cleared = pendencies.clear(scene, pendencies.raise(scene, "PA"));
    Map<String, Object> input = on(cleared, Map.of());
    GraphQlTester raiser = scene.raiser();
    GraphQlTester verifier = scene.verifier();
    List<String> codes;
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<List<String>>> answers =
          List.of(raiser, verifier).stream()
              .map(
                  caller ->
                      CompletableFuture.supplyAsync(
                          () ->
                              pendencies
                                  .asking(caller, "verifyPendency", input)
                                  .execute()
                                  .path("verifyPendency.errors[*].code")
                                  .entityList(String.class)
                                  .get(),
                          executor))
              .toList();
      codes = answers.stream().flatMap(answer -> answer.join().stream()).toList();
    }
    assertThat(codes).containsExactly("STALE_VERSION");
    assertThat(open()).isEqualTo("0 0 0");
  }
}
