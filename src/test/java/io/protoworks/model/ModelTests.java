package io.protoworks.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.model.ModelPlayer.Move;
import io.protoworks.model.ModelTally.Ending;
import io.protoworks.plant.Plants;
import io.protoworks.platform.TypeId;
import io.protoworks.protocol.Sites;
import io.protoworks.template.Templates;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Whatever many people do at once, the rules hold: histories are paths of the state machine,
 * signatures have their guards, gates and counts are what the rows say, chains verify, and what was
 * refused left no trace.
 *
 * <p>{@code -Dmodel.operations=200000 -Dmodel.seed=7} plays longer, and another game.
 */
@ServerTest
class ModelTests {
  private static final Logger LOG = LoggerFactory.getLogger(ModelTests.class);
  private static final int OPERATIONS = Integer.getInteger("model.operations", 20_000);
  private static final long SEED = Long.getLong("model.seed", 20260203);
  private static final int BATCH = 1_000;
  private static final int ALONE = 60;
  private static final int PLAYERS = 6;

  @Autowired Api api;
  @Autowired Sites sites;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired Templates templates;
  @Autowired JdbcClient database;

  private final ModelTally tally = new ModelTally();
  private ModelPlant plant;
  private ModelPlayer player;
  private ModelInvariants invariants;

  @BeforeEach
  void makePlant() {
    plant = new ModelPlant(sites, people, plants, templates);
    player = new ModelPlayer(plant, new ModelState(database, plant.projectId()));
    invariants = new ModelInvariants(database, plant.projectId());
  }

  @Test
  void theRulesHoldWhateverIsDone() {
    for (int batch = 0; batch * BATCH < OPERATIONS; batch++) {
      playAlone(new Random(SEED + batch));
      playTogether(batch);
      invariants.requireAll();
      requireWhatWasAcceptedIsThere();
    }
    requireChainHolds();
    requireSignedContentsAreIntact();
    LOG.info("{} operations, seed {}:\n{}", OPERATIONS, SEED, tally);
    requireEverythingHappened();
  }

  /** One after the other, so that what is refused can be seen to have changed nothing. */
  private void playAlone(Random random) {
    for (int number = 0; number < ALONE; number++) {
      Move move = player.next(random);
      String before = invariants.everything();
      Ending ending = play(move);
      if (!ending.isDone()) {
        assertThat(invariants.everything()).as("%s: %s", move, ending).isEqualTo(before);
      }
    }
  }

  private void playTogether(int batch) {
    try (ExecutorService executor = Executors.newFixedThreadPool(PLAYERS)) {
      List<CompletableFuture<Void>> playing =
          IntStream.range(0, PLAYERS)
              .mapToObj(
                  number -> {
                    Random random = new Random(SEED * 31 + batch * 100L + number);
                    return CompletableFuture.runAsync(
                        () ->
                            IntStream.range(0, (BATCH - ALONE) / PLAYERS)
                                .forEach(ignored -> play(player.next(random))),
                        executor);
                  })
              .toList();
      playing.forEach(CompletableFuture::join);
    }
  }

  private Ending play(Move move) {
    String type = Character.toUpperCase(move.mutation().charAt(0)) + move.mutation().substring(1);
    JsonNode answer =
        api.ask(
            move.actor().token(),
            "mutation($input: %sInput!) { %s(input: $input) { errors { code message } } }"
                .formatted(type, move.mutation()),
            Map.of("input", move.input()));
    return tally.judge(move.mutation(), move.input(), answer);
  }

  /** Neither more nor less than what people were told. */
  private void requireWhatWasAcceptedIsThere() {
    assertThat(
            invariants.count(
                """
                select count(*)
                  from protocol.protocol_status_history history
                  join protocol.protocols protocol on protocol.id = history.protocol_id
                 where protocol.project_id = :project and history.user_id <> '%s'
                   and not (history.previous_status is not distinct from 'RELEASED'
                            and history.new_status = 'IN_PROGRESS')
                """
                    .formatted(io.protoworks.platform.Viewer.SYSTEM_USER)))
        .as("steps of people")
        .isEqualTo(
            tally.accepted(
                "createProtocol",
                "releaseProtocol",
                "submitProtocol",
                "approveProtocol",
                "validateProtocol",
                "finalizeProtocol",
                "rejectProtocol",
                "resumeProtocol",
                "reopenProtocol",
                "cancelProtocol"));
    assertThat(
            invariants.count(
                """
                select count(*)
                  from protocol.protocol_signatures signature
                  join protocol.protocols protocol on protocol.id = signature.protocol_id
                 where protocol.project_id = :project
                """))
        .as("signatures")
        .isEqualTo(tally.accepted("approveProtocol", "validateProtocol", "finalizeProtocol"));
    assertThat(
            invariants.count(
                """
                select count(*)
                  from pendency.pendency_history history
                  join pendency.pendencies pendency on pendency.id = history.pendency_id
                 where pendency.project_id = :project
                """))
        .as("entries of pendencies")
        .isEqualTo(
            tally.accepted(
                "raisePendency",
                "clearPendency",
                "verifyPendency",
                "refusePendency",
                "commentPendency",
                "changePendencyType",
                "confirmPendencyTypeChange",
                "refusePendencyTypeChange"));
    assertThat(
            invariants.count(
                "select count(*) from completion.gate_waivers where project_id = :project"))
        .as("waivers")
        .isEqualTo(tally.accepted("waiveEquipments"));
  }

  private void requireChainHolds() {
    String keeper = people.admin().token();
    JsonNode verified =
        api.ask(
                keeper,
                "{ verifyAuditChain(projectId: \"%s\") { holds checkedCount firstBreak { __typename } } }"
                    .formatted(plant.projectGlobalId()))
            .at("/data/verifyAuditChain");
    assertThat(verified.path("holds").asBoolean()).as("%s", verified).isTrue();
    assertThat(verified.path("checkedCount").asLong()).isPositive();
  }

  private void requireSignedContentsAreIntact() {
    String keeper = people.admin().token();
    List<UUID> signed =
        database
            .sql(
                """
                select distinct signature.protocol_id
                  from protocol.protocol_signatures signature
                  join protocol.protocols protocol on protocol.id = signature.protocol_id
                 where protocol.project_id = ? and protocol.status in ('APPROVED', 'VALIDATED', 'FINALIZED')
                 limit 200
                """)
            .param(plant.projectId())
            .query((row, index) -> row.getObject(1, UUID.class))
            .list();
    assertThat(signed).isNotEmpty();
    for (UUID protocol : signed) {
      JsonNode answer =
          api.ask(
              keeper,
              "{ verifyProtocol(id: \"%s\") { isIntact signatures brokenSignatures { action } } }"
                  .formatted(new TypeId("protocol", protocol)));
      assertThat(answer.at("/data/verifyProtocol/isIntact").asBoolean()).as("%s", answer).isTrue();
    }
  }

  /** A game in which something never happened proves nothing of it. */
  private void requireEverythingHappened() {
    for (String mutation :
        List.of(
            "releaseProtocol",
            "submitProtocol",
            "approveProtocol",
            "validateProtocol",
            "finalizeProtocol",
            "rejectProtocol",
            "resumeProtocol",
            "reopenProtocol",
            "cancelProtocol",
            "approveItems",
            "rejectItems",
            "withdrawItemApprovals",
            "raisePendency",
            "clearPendency",
            "verifyPendency",
            "refusePendency",
            "changePendencyType",
            "confirmPendencyTypeChange",
            "waiveEquipments",
            "revokeGateWaiver",
            "addProtocolInstrument",
            "changeProtocolInstrument",
            "deactivateProtocolInstrument",
            "deactivateEquipment")) {
      assertThat(tally.accepted(mutation)).as("accepted " + mutation).isPositive();
      assertThat(tally.refused(mutation)).as("refused " + mutation).isPositive();
    }
    assertThat(
            database
                .sql(
                    """
                    select distinct new_data ->> 'type'
                      from audit.audit_logs
                     where scope_id = ? and event_type in ('gate.opened', 'gate.closed')
                    """)
                .param(plant.projectId())
                .query(String.class)
                .list())
        .as("gates that moved")
        .contains("G12");
  }
}
