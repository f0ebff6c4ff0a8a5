package io.protoworks.completion;

import static io.protoworks.plant.Plants.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Mutations;
import io.protoworks.plant.Plants;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import io.protoworks.testing.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Exempting equipments from a stage, signed, and taking that back. */
@ServerTest
class GateWaiverTests {
  private static final String WAIVED =
      "gateWaivers { id stage isIntact revokedAt equipment { id } company { id } signedBy { id } }";
  private static final String REVOKED =
      "gateWaiver { id isIntact revocationReason revokedBy { id } }";

  @Autowired Api api;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired Commissioning commissioning;
  @Autowired Statements statements;
  @Autowired JdbcClient database;

  private People.SignedIn client;
  private Plants.Plant plant;

  @BeforeEach
  void makePlant() {
    client = signing(people.user(draft -> draft.withRole(UserRole.CLIENT)));
    plant = plants.plantOf(client.companyId());
  }

  private People.SignedIn signing(People.SignedIn user) {
    database
        .sql("update identity.users set signature_image_path = 'signatures/1' where id = ?")
        .param(user.id())
        .update();
    return user;
  }

  private static Map<String, Object> waiver(UUID... equipments) {
    return waiver("Delivered and tested by the supplier", List.of(equipments));
  }

  private static Map<String, Object> waiver(String reason, List<UUID> equipments) {
    return Map.of(
        "stage",
        "C1",
        "equipmentIds",
        equipments.stream().map(id -> globalId("equipment", id)).toList(),
        "reason",
        reason);
  }

  private static GraphQlTester.Request<?> waive(GraphQlTester caller, Map<String, Object> input) {
    return Mutations.ask(caller, "waiveEquipments", WAIVED, input);
  }

  private GraphQlTester.Request<?> waive(UUID... equipments) {
    return waive(as(client), waiver(equipments));
  }

  private GraphQlTester as(People.SignedIn user) {
    return api.as(user.token());
  }

  private static GraphQlTester.Request<?> revoke(GraphQlTester caller, UUID id, String reason) {
    return Mutations.ask(
        caller,
        "revokeGateWaiver",
        REVOKED,
        Map.of("id", globalId("gate_waiver", id), "reason", reason));
  }

  /** Everything about waivers in the project. */
  private String state() {
    return database
        .sql(
            "select coalesce(string_agg(to_jsonb(waiver)::text, ' ' order by waiver.id), '')"
                + " from completion.gate_waivers waiver where waiver.project_id = ?")
        .param(plant.projectId())
        .query(String.class)
        .single();
  }

  @Test
  void opensTheGateAndIsSigned() {
    waive(plant.equipmentId())
        .execute()
        .path("waiveEquipments")
        .matchesJson(
            """
            {"gateWaivers": [{"stage": "C1", "isIntact": true, "revokedAt": null, "equipment": {"id": "%s"},
              "company": {"id": "%s"}, "signedBy": {"id": "%s"}}], "errors": []}
            """
                .formatted(
                    globalId("equipment", plant.equipmentId()),
                    globalId("company", client.companyId()),
                    client.globalId()));
    assertThat(commissioning.gates(plant.subsystemId()))
        .containsEntry(GateType.G12, true)
        .containsEntry(GateType.G23, false);
    assertThat(trail("GateWaiver"))
        .containsExactly("gate_waiver.signed SIGN Delivered and tested by the supplier");
    assertThat(trail("Gate")).containsExactly("gate.opened UPDATE -");
    assertThat(auditedColumns()).contains("contentHash", "ipAddress").hasSize(15);
  }

  /** The row as it is in the audit: what is computed of it is no part of it. */
  private List<@Nullable String> auditedColumns() {
    return database
        .sql(
            "select jsonb_object_keys(new_data) from audit.audit_logs"
                + " where scope_id = ? and entity_type = 'GateWaiver'")
        .param(plant.projectId())
        .query(String.class)
        .list();
  }

  private List<@Nullable String> trail(String type) {
    return database
        .sql(
            "select event_type || ' ' || action || ' ' || coalesce(change_reason, '-')"
                + " from audit.audit_logs where scope_id = ? and entity_type = ? order by sequence")
        .params(plant.projectId(), type)
        .query(String.class)
        .list();
  }

  @Test
  void isForThePeopleOfTheGerenciadoraAndTheClient() {
    String before = state();
    Map<String, Object> input = waiver(plant.equipmentId());
    People.SignedIn technician =
        signing(people.user(draft -> draft.withCompany(client.companyId())));
    People.SignedIn erector = signing(people.user(draft -> draft.withRole(UserRole.MANAGER)));
    plants.participant(plant.projectId(), erector.companyId(), CompanyType.MONTADORA);
    assertFails(waive(api.anonymous(), input), "UNAUTHENTICATED");
    assertRefused(
        waive(as(signing(people.stranger())), input), "waiveEquipments", "UNKNOWN_REFERENCE");
    assertFails(waive(as(technician), input), "FORBIDDEN");
    assertFails(waive(as(erector), input), "FORBIDDEN");
    assertFails(waive(as(signing(people.admin())), input), "FORBIDDEN");
    assertThat(state()).isEqualTo(before);
    People.SignedIn engineer = signing(people.user(draft -> draft.withRole(UserRole.ENGINEERING)));
    plants.participant(plant.projectId(), engineer.companyId(), CompanyType.GERENCIADORA);
    waive(as(engineer), input).execute().path("waiveEquipments.gateWaivers[0].id").hasValue();
  }

  @Test
  void needsTheImageOfASignature() {
    People.SignedIn unsigned =
        people.user(draft -> draft.withRole(UserRole.CLIENT).withCompany(client.companyId()));
    GraphQlTester.Response refused = waive(as(unsigned), waiver(plant.equipmentId())).execute();
    refused
        .path("waiveEquipments.errors[0]")
        .matchesJson(
            """
            {"__typename": "SignatureImageMissing", "code": "SIGNATURE_IMAGE_MISSING", "path": []}
            """);
    refused
        .path("waiveEquipments.errors[0].message")
        .entity(String.class)
        .satisfies(message -> assertThat(message).contains("setSignatureImage"));
    assertThat(state()).isEmpty();
  }

  @Test
  void namesEquipmentsInUseOfOneSubsystem() {
    UUID elsewhere = plants.equipment(plants.subsystem(plant.systemId(), "SS2"), "P-201");
    UUID retired = plants.equipment(plant.subsystemId(), "P-102");
    plants.deactivate("equipments", retired);
    assertRefused(waive(), "waiveEquipments", "INVALID_INPUT");
    assertRefused(
        waive(as(client), waiver("Some good reason", many(1_001))),
        "waiveEquipments",
        "INVALID_INPUT");
    assertRefused(waive(plant.equipmentId(), elsewhere), "waiveEquipments", "INVALID_INPUT");
    assertRefused(
        waive(plant.equipmentId(), UUID.randomUUID()), "waiveEquipments", "UNKNOWN_REFERENCE");
    assertRefused(
        waive(as(client), waiver("Too short", List.of(plant.equipmentId()))),
        "waiveEquipments",
        "INVALID_INPUT");
    waive(plant.equipmentId(), retired)
        .execute()
        .path("waiveEquipments.errors")
        .matchesJson(
            """
            [{"code": "IN_THE_WAY", "blockerCount": 1, "blockers": [{"id": "%s"}]}]
            """
                .formatted(globalId("equipment", retired)));
    assertThat(state()).isEmpty();
  }

  /** It needs no protocol of any stage: so that no work is outstanding. */
  @Test
  void whatIsWaivedAtEveryStageLeavesNoWork() {
    for (ProtocolType stage : ProtocolType.values()) {
      assertThat(completion()).containsExactly("OS", "OS", "1");
      commissioning.waive(plant.equipmentId(), stage);
    }
    assertThat(completion()).containsExactly("OK", "OK", "0");
    commissioning.revoke(waiverAt(ProtocolType.C3));
    assertThat(completion()).containsExactly("OS", "OS", "1");
  }

  private List<String> completion() {
    GraphQlTester.Response seen =
        as(client)
            .document(
                """
                query($id: ID!) {
                  node(id: $id) {
                    ... on Equipment {
                      completion
                      subsystem { progress { completion equipmentsWithoutProtocol } }
                    }
                  }
                }
                """)
            .variable("id", globalId("equipment", plant.equipmentId()))
            .execute();
    return List.of(
        seen.path("node.completion").entity(String.class).get(),
        seen.path("node.subsystem.progress.completion").entity(String.class).get(),
        seen.path("node.subsystem.progress.equipmentsWithoutProtocol").entity(String.class).get());
  }

  private UUID waiverAt(ProtocolType stage) {
    return database
        .sql(
            "select id from completion.gate_waivers"
                + " where equipment_id = ? and stage = ?::template.protocol_type")
        .params(plant.equipmentId(), stage.name())
        .query(UUID.class)
        .single();
  }

  private static List<UUID> many(int count) {
    return IntStream.range(0, count).mapToObj(number -> UUID.randomUUID()).toList();
  }

  @Test
  void exemptsNothingTwice() {
    UUID other = plants.equipment(plant.subsystemId(), "P-102");
    UUID holding = commissioning.waive(plant.equipmentId(), ProtocolType.C1);
    String before = state();
    waive(plant.equipmentId(), other)
        .execute()
        .path("waiveEquipments.errors")
        .matchesJson(
            """
            [{"code": "IN_THE_WAY", "blockerCount": 1, "blockers": [{"id": "%s"}]}]
            """
                .formatted(globalId("gate_waiver", holding)));
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void isRevokedOnceAndClosesTheGate() {
    UUID id = waived();
    revoke(as(client), id, "The supplier did not test it")
        .execute()
        .path("revokeGateWaiver.gateWaiver")
        .matchesJson(
            """
            {"isIntact": true, "revocationReason": "The supplier did not test it", "revokedBy": {"id": "%s"}}
            """
                .formatted(client.globalId()));
    assertThat(commissioning.gates(plant.subsystemId())).containsEntry(GateType.G12, false);
    String before = state();
    revoke(as(client), id, "The supplier did not test it")
        .execute()
        .path("revokeGateWaiver.errors")
        .matchesJson(
            """
            [{"code": "STALE_VERSION", "path": ["input", "id"], "current": {"id": "%s"}}]
            """
                .formatted(globalId("gate_waiver", id)));
    assertThat(state()).isEqualTo(before);
    assertThat(trail("Gate")).containsExactly("gate.opened UPDATE -", "gate.closed UPDATE -");
    assertThat(trail("GateWaiver"))
        .containsExactly(
            "gate_waiver.signed SIGN Delivered and tested by the supplier",
            "gate_waiver.revoked UPDATE The supplier did not test it");
    waive(plant.equipmentId()).execute().path("waiveEquipments.gateWaivers[0].id").hasValue();
    assertThat(commissioning.gates(plant.subsystemId())).containsEntry(GateType.G12, true);
  }

  private UUID waived() {
    waive(plant.equipmentId()).execute().path("waiveEquipments.gateWaivers[0].id").hasValue();
    return database
        .sql(
            "select id from completion.gate_waivers where equipment_id = ?"
                + " and stage = 'C1' and revoked_at is null")
        .param(plant.equipmentId())
        .query(UUID.class)
        .single();
  }

  @Test
  void isRevokedOnlyByWhoMay() {
    UUID id = waived();
    String before = state();
    String reason = "The supplier did not test it";
    People.SignedIn technician = people.user(draft -> draft.withCompany(client.companyId()));
    assertFails(revoke(api.anonymous(), id, reason), "UNAUTHENTICATED");
    assertRefused(
        revoke(as(people.stranger()), id, reason), "revokeGateWaiver", "UNKNOWN_REFERENCE");
    assertFails(revoke(as(technician), id, reason), "FORBIDDEN");
    assertFails(revoke(as(people.admin()), id, reason), "FORBIDDEN");
    assertRefused(revoke(as(client), id, "No"), "revokeGateWaiver", "INVALID_INPUT");
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void neverChangesOtherwise() {
    UUID id = waived();
    for (String change :
        List.of(
            "update completion.gate_waivers set reason = 'Another good reason' where id = ?",
            "update completion.gate_waivers set signed_at = now() where id = ?",
            "delete from completion.gate_waivers where id = ?")) {
      assertThatThrownBy(() -> database.sql(change).param(id).update())
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("a waiver never changes");
    }
    revoke(as(client), id, "The supplier did not test it").execute();
    assertThatThrownBy(
            () ->
                database
                    .sql(
                        "update completion.gate_waivers set revocation_reason = 'Another good reason'"
                            + " where id = ?")
                    .param(id)
                    .update())
        .hasMessageContaining("a waiver never changes");
  }

  /** Somebody who can get past the triggers can't get past the hash. */
  @Test
  void showsThatItWasAlteredBehindOurBack() {
    commissioning.waive(plant.equipmentId(), ProtocolType.C2);
    waived();
    GraphQlTester.Response seen = ofEquipment(as(client), false);
    assertThat(seen.path("node.gateWaivers[*].stage").entityList(String.class).get())
        .containsExactly("C1", "C2");
    assertThat(seen.path("node.gateWaivers[*].isIntact").entityList(Boolean.class).get())
        .containsExactly(true, false);
  }

  private GraphQlTester.Response ofEquipment(GraphQlTester caller, boolean includeRevoked) {
    return caller
        .document(
            """
            query($id: ID!, $includeRevoked: Boolean) {
              node(id: $id) {
                ... on Equipment {
                  gateWaivers(includeRevoked: $includeRevoked) {
                    stage isIntact reason ipAddress contentHash signedAt revokedAt
                  }
                }
              }
            }
            """)
        .variable("id", globalId("equipment", plant.equipmentId()))
        .variable("includeRevoked", includeRevoked)
        .execute();
  }

  @Test
  void staysInTheListOfRevokedOnes() {
    revoke(as(client), waived(), "The supplier did not test it").execute();
    ofEquipment(as(client), false).path("node.gateWaivers").entityList(Object.class).hasSize(0);
    ofEquipment(as(client), true).path("node.gateWaivers").entityList(Object.class).hasSize(1);
  }

  private static final String OF_SUBSYSTEMS =
      """
      query($id: ID!, $first: Int, $after: String, $last: Int, $stage: ProtocolType) {
        node(id: $id) {
          ... on System {
            subsystems {
              gateWaivers(first: $first, after: $after, last: $last, stage: $stage) {
                totalCount nodes { stage equipment { tagId } company { name } signedBy { name } }
                pageInfo { hasNextPage endCursor }
              }
            }
          }
        }
      }
      """;

  private GraphQlTester.Request<?> ofSubsystems() {
    return as(client).document(OF_SUBSYSTEMS).variable("id", globalId("system", plant.systemId()));
  }

  @Test
  void pagesTheWaiversOfASubsystem() {
    for (ProtocolType stage : ProtocolType.values()) {
      commissioning.waive(plant.equipmentId(), stage);
    }
    String list = "node.subsystems[0].gateWaivers";
    GraphQlTester.Response first = ofSubsystems().variable("first", 3).execute();
    assertThat(first.path(list + ".nodes[*].stage").entityList(String.class).get())
        .containsExactly("C4", "C3", "C2");
    first.path(list + ".totalCount").entity(Integer.class).isEqualTo(4);
    String cursor = first.path(list + ".pageInfo.endCursor").entity(String.class).get();
    ofSubsystems()
        .variable("first", 3)
        .variable("after", cursor)
        .execute()
        .path(list)
        .matchesJson("{\"nodes\": [{\"stage\": \"C1\"}], \"pageInfo\": {\"hasNextPage\": false}}");
    ofSubsystems()
        .variable("last", 1)
        .execute()
        .path(list)
        .matchesJson("{\"nodes\": [{\"stage\": \"C1\"}]}");
    ofSubsystems()
        .variable("stage", "C3")
        .execute()
        .path(list)
        .matchesJson("{\"totalCount\": 1, \"nodes\": [{\"stage\": \"C3\"}]}");
  }

  @Test
  void isSeenByThoseWhoSeeWhatIsInTheProject() {
    UUID id = waived();
    People.SignedIn supplier =
        people.user(draft -> draft.withRole(UserRole.SUPPLIER).withCompany(client.companyId()));
    for (People.SignedIn outsider : List.of(people.stranger(), supplier)) {
      as(outsider)
          .document("query($id: ID!) { node(id: $id) { id } }")
          .variable("id", globalId("gate_waiver", id))
          .execute()
          .path("node")
          .valueIsNull();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100})
  void asksTheDatabaseOncePerLevel(int subsystems) {
    List<UUID> equipments = new ArrayList<>(List.of(plant.equipmentId()));
    for (int number = 1; number < subsystems; number++) {
      equipments.add(
          plants.equipment(plants.subsystem(plant.systemId(), "X" + number), "X-" + number));
    }
    equipments.forEach(equipment -> commissioning.waive(equipment, ProtocolType.C1));
    List<String> executed =
        statements.during(
            () ->
                ofSubsystems()
                    .execute()
                    .path("node.subsystems[*].gateWaivers.totalCount")
                    .entityList(Integer.class)
                    .satisfies(counts -> assertThat(counts).hasSize(subsystems).containsOnly(1)));
    assertThat(executed)
        .filteredOn(statement -> !statement.startsWith("ViewerMapper"))
        .containsExactlyInAnyOrder(
            "SystemMapper.listVisibleByIds",
            "SubsystemMapper.listBySystemIds",
            "GateWaiverMapper.listBySubsystemIds",
            "GateWaiverMapper.countBySubsystemIds",
            "EquipmentMapper.listByIds",
            "CompanyMapper.listByIds",
            "UserMapper.listByIds");
  }

  /** A thousand at once cost the same statements as one. */
  @ParameterizedTest
  @ValueSource(ints = {1, 1_000})
  void waivesManyAtOnce(int count) {
    List<UUID> equipments =
        database
            .sql(
                "insert into plant.equipments"
                    + " (tag_id, application, subsystem_id, project_id, created_by, updated_by)"
                    + " select 'T-' || number, 'Pump', id, project_id, created_by, created_by"
                    + " from plant.subsystems, generate_series(1, ?) number where id = ? returning id")
            .params(count, plant.subsystemId())
            .query((row, number) -> row.getObject(1, UUID.class))
            .list();
    List<String> executed =
        statements.during(
            () ->
                Mutations.ask(
                        as(client),
                        "waiveEquipments",
                        "gateWaivers { id }",
                        waiver("Delivered by the supplier", equipments))
                    .execute()
                    .path("waiveEquipments.gateWaivers")
                    .entityList(Object.class)
                    .hasSize(count));
    assertThat(executed)
        .filteredOn(statement -> !statement.startsWith("ViewerMapper"))
        .containsExactly(
            "EquipmentMapper.listVisibleByIds",
            "ProjectAccessMapper.findStanding",
            "UserMapper.listByIds",
            "GateMapper.lockSubsystems",
            "EquipmentMapper.lockForChildren",
            "GateWaiverMapper.insertAll",
            "GateMapper.judge",
            "AuditChainMapper.lockHead",
            "AuditChainMapper.lockHeads", // begins the project's chain
            "AuditChainMapper.append",
            "EventLogMapper.insertAll");
  }
}
