package io.protoworks.protocol;

import static io.protoworks.testing.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ItemType;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps of protocols: done, blocked with what is in the way, stale, and by whom. */
@ServerTest
class TransitionTests {
  @Autowired Play play;
  @Autowired People people;
  @Autowired Sites sites;
  @Autowired Api api;
  @Autowired JdbcClient database;

  private Cast cast;
  private UUID pump;

  @BeforeEach
  void drawUp() {
    cast = play.cast();
    pump = cast.equipment("P-101");
  }

  private State created(ItemDraft... items) {
    return cast.create(play.template(ProtocolType.C1, items), ProtocolType.C1, pump);
  }

  @Test
  void theFourCallersOfEachStep() {
    State created = created();
    for (String mutation :
        List.of(
            "releaseProtocol",
            "submitProtocol",
            "approveProtocol",
            "validateProtocol",
            "finalizeProtocol",
            "resumeProtocol")) {
      assertFails(
          play.request(api.anonymous(), mutation, Play.input(created, Map.of())),
          "UNAUTHENTICATED");
      play.request(api.as(people.stranger().token()), mutation, Play.input(created, Map.of()))
          .execute()
          .path(mutation + ".errors[*].code")
          .entityList(String.class)
          .isEqualTo(List.of("UNKNOWN_REFERENCE"));
      assertFails(
          play.request(
              cast.as(CompanyType.FORNECEDOR, UserRole.MANAGER),
              mutation,
              Play.input(created, Map.of())),
          "FORBIDDEN");
    }
    assertThat(play.look(api.as(people.admin().token()), created.id())).isEqualTo(created);
    assertThat(stepsOf(created)).containsExactly("CREATED");
  }

  @Test
  void whatBlocksAStepIsToldWithItsItemsAndNothingHasChanged() {
    State filled =
        cast.release(
            created(
                ItemDraft.check(),
                ItemDraft.check().optional(),
                ItemDraft.of(ItemType.TEXT_SINGLE)));
    GraphQlTester technician = cast.executor(ProtocolType.C1, UserRole.TECHNICIAN);
    Play.Item first = play.items(technician, filled).getFirst();
    play.fill(
            technician,
            filled,
            List.of(
                Map.of(
                    "id", first.id(),
                    "expectedVersion", first.version(),
                    "value", Map.of("checkbox", Map.of("result", "NOK")))))
        .execute()
        .path("fillItems.protocol.status")
        .entity(String.class)
        .isEqualTo("IN_PROGRESS");
    State begun = play.look(technician, filled.id());
    assertThat(play.blockers(technician, "submitProtocol", begun, Map.of()))
        .containsExactlyInAnyOrder("UNANSWERED_ITEMS", "PENDENCIES_MISSING");
    technician
        .document(
            """
            query($id: ID!) {
              node(id: $id) { ... on Protocol { availableTransitions {
                transition isAllowed
                blockers { __typename code message ... on ItemsBlocker { itemCount items { id } } }
              } } }
            }
            """)
        .variable("id", begun.id())
        .execute()
        .path("node.availableTransitions[*].transition")
        .entityList(String.class)
        .isEqualTo(List.of("SUBMIT", "CANCEL"))
        .path("node.availableTransitions[0].blockers[*].itemCount")
        .entityList(Integer.class)
        .isEqualTo(List.of(1, 1))
        .path("node.availableTransitions[0].blockers[1].items[*].id")
        .entityList(String.class)
        .isEqualTo(List.of(first.id()))
        .path("node.availableTransitions[1].blockers[*].code")
        .entityList(String.class)
        .isEqualTo(List.of("NOT_PERMITTED"));
    assertThat(play.look(technician, begun.id())).isEqualTo(begun);
    assertThat(stepsOf(begun)).containsExactly("CREATED", "RELEASED", "IN_PROGRESS");
  }

  @Test
  void whoFilledDoesNotSign() {
    State submitted =
        cast.submit(ProtocolType.C1, cast.fillAll(ProtocolType.C1, cast.release(created())));
    People.SignedIn technician = cast.person(CompanyType.MONTADORA, UserRole.TECHNICIAN);
    database
        .sql("update identity.users set role = 'MANAGER' where id = ?")
        .param(technician.id())
        .update();
    assertThat(play.blockers(api.as(technician.token()), "approveProtocol", submitted, Map.of()))
        .containsExactly("SIGNER_FILLED_ITEMS");
  }

  @Test
  void eachSignatureOfARoundIsAnotherPersons() {
    State approved =
        cast.approve(
            ProtocolType.C1,
            cast.submit(ProtocolType.C1, cast.fillAll(ProtocolType.C1, cast.release(created()))));
    // The same company executes and manages, and the same person could sign for both.
    database
        .sql(
            "insert into plant.project_companies (project_id, company_id, company_role)"
                + " values (?, ?, 'GERENCIADORA')")
        .params(cast.site().projectId(), cast.site().company(CompanyType.MONTADORA))
        .update();
    GraphQlTester manager = cast.executor(ProtocolType.C1, UserRole.MANAGER);
    play.judge(manager, "approveItems", approved, play.itemIds(manager, approved), null);
    assertThat(play.blockers(manager, "validateProtocol", approved, Map.of()))
        .containsExactly("SIGNED_ALREADY");
  }

  @Test
  void nobodySignsWithoutAnImageOfTheirSignature() {
    State submitted =
        cast.submit(ProtocolType.C1, cast.fillAll(ProtocolType.C1, cast.release(created())));
    People.SignedIn manager =
        people.user(
            draft ->
                draft
                    .withRole(UserRole.MANAGER)
                    .withCompany(cast.site().company(CompanyType.MONTADORA)));
    assertThat(play.blockers(api.as(manager.token()), "approveProtocol", submitted, Map.of()))
        .containsExactly("SIGNATURE_IMAGE_MISSING");
  }

  @Test
  void aRejectionNeedsAnItemOrDocumentsAndAReason() {
    State submitted =
        cast.submit(ProtocolType.C1, cast.fillAll(ProtocolType.C1, cast.release(created())));
    GraphQlTester manager = cast.executor(ProtocolType.C1, UserRole.MANAGER);
    assertThat(
            play.blockers(
                manager, "rejectProtocol", submitted, Map.of("reason", "This won't do at all.")))
        .containsExactly("NOTHING_REJECTED");
    play.request(
            manager,
            "rejectProtocol",
            Play.input(submitted, Map.of("reason", "Too short", "isDocumental", true)))
        .execute()
        .path("rejectProtocol.errors[*].path[1]")
        .entityList(String.class)
        .isEqualTo(List.of("reason"));
    State rejected =
        play.step(
            manager,
            "rejectProtocol",
            submitted,
            Map.of("reason", "The certificate is missing.", "isDocumental", true));
    assertThat(rejected.status()).isEqualTo("REJECTED");
  }

  @Test
  void onlyRejectedItemsAreDoneAgainAndEarlierSignaturesStay() {
    State approved =
        cast.approve(
            ProtocolType.C1,
            cast.submit(
                ProtocolType.C1,
                cast.fillAll(
                    ProtocolType.C1, cast.release(created(ItemDraft.check(), ItemDraft.check())))));
    GraphQlTester engineering = cast.as(CompanyType.GERENCIADORA, UserRole.ENGINEERING);
    List<String> items = play.itemIds(engineering, approved);
    play.judge(engineering, "approveItems", approved, items.subList(0, 1), null);
    play.judge(engineering, "rejectItems", approved, items.subList(1, 2), "The photo is dark.");
    State rejected =
        play.step(
            engineering, "rejectProtocol", approved, Map.of("reason", "One item is not clear."));
    GraphQlTester technician = cast.executor(ProtocolType.C1, UserRole.TECHNICIAN);
    play.step(technician, "resumeProtocol", rejected);
    technician
        .document(
            """
            query($id: ID!) {
              node(id: $id) { ... on Protocol {
                round items { approvalStatus } signatures { round action }
              } }
            }
            """)
        .variable("id", rejected.id())
        .execute()
        .path("node.round")
        .entity(Integer.class)
        .isEqualTo(2)
        .path("node.items[*].approvalStatus")
        .entityList(String.class)
        .isEqualTo(List.of("APPROVED", "PENDING"))
        .path("node.signatures[*].round")
        .entityList(Integer.class)
        .isEqualTo(List.of(1));
    List<Map<String, Object>> again =
        play.items(technician, rejected).stream()
            .<Map<String, Object>>map(
                item ->
                    Map.of(
                        "id", item.id(),
                        "expectedVersion", item.version(),
                        "value", Map.of("checkbox", Map.of("result", "OK"))))
            .toList();
    play.fill(technician, rejected, again)
        .execute()
        .path("fillItems.results[0].errors[*].code")
        .entityList(String.class)
        .isEqualTo(List.of("ITEM_JUDGED"))
        .path("fillItems.results[1].errors[*].code")
        .entityList(String.class)
        .isEqualTo(List.of());
  }

  private List<@Nullable String> stepsOf(State protocol) {
    return database
        .sql(
            "select new_status from protocol.protocol_status_history where protocol_id = ?"
                + " order by sequence")
        .param(TypeId.parse(protocol.id()).uuid())
        .query(String.class)
        .list();
  }
}
