package io.protoworks.notification;

import static io.protoworks.plant.Plants.globalId;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.People.SignedIn;
import io.protoworks.identity.UserRole;
import io.protoworks.pendency.Pendencies;
import io.protoworks.pendency.Pendencies.Raised;
import io.protoworks.pendency.Pendencies.Scene;
import io.protoworks.platform.RecurringWork;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Who hears of what. */
@ServerTest
class ConcernTests {
  private static final ProtocolType C1 = ProtocolType.C1;

  @Autowired Play play;
  @Autowired People people;
  @Autowired Pendencies pendencies;
  @Autowired Inboxes inboxes;

  @Autowired
  @Qualifier("overduePendenciesTold")
  RecurringWork reminders;

  private Cast cast;
  private UUID project;
  private SignedIn engineer;
  private SignedIn technician;
  private SignedIn manager;
  private SignedIn commissioner;
  private SignedIn client;

  @BeforeEach
  void look() {
    cast = play.cast();
    project = cast.site().projectId();
    engineer = cast.person(CompanyType.GERENCIADORA, UserRole.ENGINEERING);
    technician = cast.person(CompanyType.MONTADORA, UserRole.TECHNICIAN);
    manager = cast.person(CompanyType.MONTADORA, UserRole.MANAGER);
    commissioner = cast.person(CompanyType.COMISSIONADORA, UserRole.MANAGER);
    client = cast.person(CompanyType.CLIENTE, UserRole.CLIENT);
  }

  private State drawnUp() {
    return cast.create(play.template(C1), C1, cast.equipment("P-101"));
  }

  private List<String> news(SignedIn person) {
    return inboxes.news(person, project);
  }

  @Test
  void whoseTurnItIs() {
    State released = cast.release(drawnUp());
    assertThat(news(technician)).containsExactly("PROTOCOL_TURN protocol.released");
    State submitted = cast.submit(C1, cast.fillAll(C1, released));
    assertThat(news(manager)).containsExactly("PROTOCOL_TURN protocol.submitted");
    State approved = cast.approve(C1, submitted);
    assertThat(news(engineer)).containsExactly("PROTOCOL_TURN protocol.approved");
    State rejected = cast.rejectForItsDocuments(approved);
    assertThat(news(technician)).containsExactly("PROTOCOL_TURN protocol.rejected");
    assertThat(inboxes.of(technician, project).getLast().comment())
        .isEqualTo("A document is missing.");
    State again =
        play.step(cast.executor(C1, UserRole.TECHNICIAN), "resumeProtocol", rejected, Map.of());
    State submittedAgain = cast.submit(C1, again);
    assertThat(news(manager)).containsExactly("PROTOCOL_TURN protocol.submitted");
    State approvedAgain = cast.approve(C1, submittedAgain);
    assertThat(news(engineer)).containsExactly("PROTOCOL_TURN protocol.approved");
    State validated = cast.validate(approvedAgain);
    assertThat(news(commissioner)).containsExactly("PROTOCOL_TURN protocol.validated");
    assertThat(news(client)).isEmpty();
    cast.finish(C1, validated);
    assertThat(news(engineer)).containsExactly("GATE_OPENED gate.opened");
    assertThat(news(manager)).containsExactly("GATE_OPENED gate.opened");
    assertThat(news(client)).containsExactly("GATE_OPENED gate.opened");
    assertThat(news(technician)).isEmpty();
  }

  /** C1 waits for the commissioner, and the later stages for the client. */
  @Test
  void whatIsValidatedWaitsForWhoFinalizesIt() {
    ProtocolType c2 = ProtocolType.C2;
    UUID equipment = cast.equipment("P-101");
    cast.playThrough(C1, cast.create(play.template(C1), C1, equipment));
    news(client);
    news(commissioner);
    State released = cast.release(cast.create(play.template(c2), c2, equipment));
    State filled = cast.fillAll(c2, released);
    cast.validate(cast.approve(c2, cast.submit(c2, filled)));
    assertThat(news(client)).containsExactly("PROTOCOL_TURN protocol.validated");
    assertThat(news(commissioner)).doesNotContain("PROTOCOL_TURN protocol.validated");
  }

  /** What has gone on meanwhile is nobody's turn any more. */
  @Test
  void whatHasGoneOnIsNoNews() {
    inboxes.holding(
        project,
        () -> {
          State submitted = cast.submit(C1, cast.fillAll(C1, cast.release(drawnUp())));
          play.step(
              cast.executor(C1, UserRole.MANAGER),
              "rejectProtocol",
              submitted,
              Map.of("reason", "A document is missing.", "isDocumental", true));
        },
        () -> {});
    assertThat(news(manager)).isEmpty();
    assertThat(news(technician)).containsExactly("PROTOCOL_TURN protocol.rejected");
  }

  @Test
  void whatIsTheirsToClearAndToVerify() {
    Scene scene = pendencies.scene(cast, "P-102");
    news(technician);
    Raised raised = pendencies.raise(scene, "PB");
    assertThat(news(technician)).containsExactly("PENDENCY_ASSIGNED pendency.raised");
    assertThat(inboxes.of(technician, project).getLast().comment()).isEqualTo("The flange leaks");
    assertThat(news(manager)).containsExactly("PENDENCY_ASSIGNED pendency.raised");
    Raised assigned =
        pendencies.does(
            scene.as(CompanyType.MONTADORA, UserRole.MANAGER),
            "assignPendency",
            Map.of(
                "id", raised.id(),
                "expectedVersion", raised.version(),
                "assignedToId", technician.globalId()));
    assertThat(news(technician)).containsExactly("PENDENCY_ASSIGNED pendency.assigned");
    Raised cleared = pendencies.clear(scene, assigned);
    assertThat(news(commissioner)).containsExactly("PENDENCY_TURN pendency.cleared");
    assertThat(news(manager)).isEmpty();
    pendencies.does(
        scene.verifier(),
        "refusePendency",
        Map.of(
            "id", cleared.id(),
            "expectedVersion", cleared.version(),
            "reason", "It still leaks at the second flange."));
    assertThat(news(technician)).containsExactly("PENDENCY_TURN pendency.refused");
    assertThat(news(manager)).isEmpty();
  }

  /** Another company has to clear it now. */
  @Test
  void whatIsHandedOver() {
    SignedIn supplier = cast.person(CompanyType.COMISSIONADORA, UserRole.TECHNICIAN);
    Scene scene = pendencies.scene(cast, "P-102");
    Raised raised = pendencies.raise(scene, "PC");
    news(supplier);
    news(technician);
    pendencies.does(
        scene.raiser(),
        "changePendency",
        Map.of(
            "id", raised.id(),
            "expectedVersion", raised.version(),
            "description", "The flange leaks, @" + engineer.email(),
            "clearingCompanyId", scene.company(CompanyType.COMISSIONADORA),
            "evidenceRequired", false));
    assertThat(news(supplier)).containsExactly("PENDENCY_ASSIGNED pendency.handed_over");
    assertThat(news(technician)).isEmpty();
    assertThat(news(engineer)).contains("MENTION pendency.handed_over");
  }

  /** Who manages the project verifies, too. */
  @Test
  void whatTheManagementMayVerify() {
    Scene scene = pendencies.scene(cast, "P-102");
    Raised raised = pendencies.raise(scene, "PC");
    news(engineer);
    pendencies.clear(scene, raised);
    assertThat(news(engineer)).containsExactly("PENDENCY_TURN pendency.cleared");
  }

  /** The same said of many items at once calls once. */
  @Test
  void oneSentenceCallsOnce() {
    State submitted =
        cast.submit(
            C1,
            cast.fillAll(
                C1,
                cast.release(
                    cast.create(
                        play.template(C1, ItemDraft.check(), ItemDraft.check()),
                        C1,
                        cast.equipment("P-101")))));
    State approved = cast.approve(C1, submitted);
    news(client);
    play.judge(
        cast.as(CompanyType.GERENCIADORA, UserRole.ENGINEERING),
        "rejectItems",
        approved,
        play.itemIds(cast.as(CompanyType.GERENCIADORA, UserRole.ENGINEERING), approved),
        "Look at this, @" + client.email());
    assertThat(news(client)).containsExactly("MENTION protocol_item.rejected");
  }

  @Test
  void whatIsOverdue() {
    Scene scene = pendencies.scene(cast, "P-102");
    pendencies.raise(scene, "PB");
    news(technician);
    news(commissioner);
    reminders.work().run();
    assertThat(news(technician)).containsExactly("PENDENCY_OVERDUE pendency.overdue");
    assertThat(news(commissioner)).containsExactly("PENDENCY_OVERDUE pendency.overdue");
    assertThat(news(client)).isEmpty();
    reminders.work().run();
    assertThat(news(technician)).isEmpty();
  }

  /** A pendency that somebody has heard of, if it concerned them. */
  private Raised raisedBefore(SignedIn person) {
    Scene scene = pendencies.scene(cast, "P-102");
    Raised raised = pendencies.raise(scene, "PC");
    news(person);
    return raised;
  }

  private void comment(Raised raised, String words) {
    pendencies.does(
        cast.as(CompanyType.COMISSIONADORA, UserRole.MANAGER),
        "commentPendency",
        Map.of("id", raised.id(), "comment", words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@%s look at this",
        "Ask @%s.",
        "(@%s), please",
        "@%S, and @nobody@people.example",
        "first line\n@%s"
      })
  void whoIsCalledByName(String words) {
    comment(raisedBefore(client), words.formatted(client.email()));
    assertThat(news(client)).containsExactly("MENTION pendency.commented");
    assertThat(inboxes.of(client, project).getLast().comment())
        .isEqualTo(words.formatted(client.email()));
    assertThat(news(technician)).doesNotContain("MENTION pendency.commented");
  }

  @Test
  void anAddressAloneCallsNobody() {
    comment(raisedBefore(client), "write to %1$s, mail@%1$s or @ %1$s".formatted(client.email()));
    assertThat(news(client)).isEmpty();
  }

  /** Whoever hears of it anyway hears of it once. */
  @Test
  void oneReasonIsEnough() {
    Scene scene = pendencies.scene(cast, "P-102");
    news(technician);
    Map<String, Object> input = scene.atItem("PA");
    input.put("description", "Leaks, @%s and @%1$s".formatted(technician.email()));
    pendencies.does(scene.raiser(), "raisePendency", input);
    assertThat(news(technician)).containsExactly("MENTION pendency.raised");
  }

  @Test
  void whoDidItKnows() {
    comment(raisedBefore(commissioner), "I, @%s, have seen it".formatted(commissioner.email()));
    assertThat(news(commissioner)).isEmpty();
  }

  /** A stranger is not told of what they don't see, however loud they are called. */
  @Test
  void aStrangerHearsNothing() {
    SignedIn stranger = people.stranger();
    Scene scene = pendencies.scene(cast, "P-102");
    comment(pendencies.raise(scene, "PC"), "Help, @" + stranger.email());
    inboxes.make(project);
    assertThat(inboxes.list(stranger, "")).isEmpty();
    assertThat(inboxes.unread(stranger)).isZero();
  }

  /** A SUPPLIER hears of protocols that name their company, and of nothing else. */
  @Test
  void aSupplierHearsOfTheirOwn() {
    SignedIn supplier = cast.person(CompanyType.FORNECEDOR, UserRole.SUPPLIER);
    Scene scene = pendencies.scene(cast, "P-102");
    comment(pendencies.raise(scene, "PC"), "Help, @" + supplier.email());
    cast.playThrough(C1, drawnUp());
    assertThat(news(supplier)).isEmpty();
    cast.release(cast.create(play.template(C1), supplier.companyId(), cast.equipment("P-103")));
    assertThat(news(supplier)).containsExactly("PROTOCOL_TURN protocol.released");
  }

  @Test
  void whatIsMutedIsNotTold() {
    inboxes.does(
        technician,
        "changeNotificationPreferences",
        "preferences { version }",
        Map.of("expectedVersion", 0, "mutedTypes", List.of("PROTOCOL_TURN")));
    inboxes.does(
        client,
        "changeNotificationPreferences",
        "preferences { version }",
        Map.of("expectedVersion", 0, "mutedProjectIds", List.of(globalId("project", project))));
    Scene scene = pendencies.scene(cast, "P-102");
    comment(pendencies.raise(scene, "PC"), "Look, @" + client.email());
    assertThat(news(technician)).containsExactly("PENDENCY_ASSIGNED pendency.raised");
    assertThat(news(client)).isEmpty();
  }
}
