package io.protoworks.intake;

import static io.protoworks.intake.ImportStatus.COMPLETED;
import static io.protoworks.intake.ImportStatus.FAILED;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.attachment.Uploads;
import io.protoworks.completion.Commissioning;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.intake.Imports.Order;
import io.protoworks.intake.Imports.Site;
import io.protoworks.intake.Imports.State;
import io.protoworks.plant.Plants;
import io.protoworks.platform.TypeId;
import io.protoworks.register.RegisterField;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ImportTests {
  private static final String HEADER =
      "area_code,area_name,system_code,subsystem_code,tag_id,application,discipline_code,active\n";

  @Autowired Api api;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired Uploads uploads;
  @Autowired Imports imports;
  @Autowired Commissioning commissioning;
  @Autowired JdbcClient database;

  private Site site =
      new Site(new People.SignedIn(new UUID(0, 0), new UUID(0, 0), "", ""), new UUID(0, 0));

  @BeforeEach
  void makeSite() {
    site = imports.site();
  }

  private int count(String table) {
    return database
        .sql("select count(*) from plant.%s where project_id = ?".formatted(table))
        .param(site.projectId())
        .query(Integer.class)
        .single();
  }

  private List<Map<String, Object>> errors(String jobId) {
    return api.as(site.token())
        .document(
            "query($id: ID!) { importJob(id: $id) { errors(first: 100) {"
                + " nodes { rowNumber columnName value code reason } totalCount } } }")
        .variable("id", jobId)
        .execute()
        .path("importJob.errors.nodes")
        .entityList(
            new org.springframework.core.ParameterizedTypeReference<Map<String, Object>>() {})
        .get();
  }

  @Nested
  class ARealRegister {
    private final Order order =
        new Order(
            CompressorRegister.bytes(), CompressorRegister.MAPPING, ImportMode.GOOD_ROWS, false);

    @Test
    void goesInWholeAndTheSecondTimeChangesNothing() {
      String jobId = imports.start(site, order);
      State first = imports.awaitEnd(site, jobId);
      assertThat(first.status()).isEqualTo(COMPLETED);
      assertThat(first.totalRows()).isEqualTo(CompressorRegister.ROWS);
      assertThat(first.counts()).containsExactly(CompressorRegister.TAGS, 0, 0, 3);
      assertThat(count("areas")).isEqualTo(CompressorRegister.AREAS);
      assertThat(count("systems")).isEqualTo(CompressorRegister.SYSTEMS);
      assertThat(count("subsystems")).isEqualTo(CompressorRegister.SUBSYSTEMS);
      assertThat(count("equipments")).isEqualTo(CompressorRegister.TAGS);
      assertThat(errors(jobId))
          .extracting(error -> error.get("rowNumber"), error -> error.get("code"))
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(9, "REQUIRED_BLANK"),
              org.assertj.core.groups.Tuple.tuple(402, "REQUIRED_BLANK"),
              org.assertj.core.groups.Tuple.tuple(1107, "REQUIRED_BLANK"));
      assertThat(errors(jobId).getFirst().get("reason"))
          .isEqualTo(
              "Every row needs the tag, and this one has none: fill it in, or delete the row.");

      assertPathOf(1_000);

      State second = imports.run(site, order);
      assertThat(second.counts()).containsExactly(0, 0, CompressorRegister.TAGS, 3);
      assertThat(versions("equipments")).containsExactly(1);
      assertThat(versions("subsystems")).containsExactly(1);
    }

    /** The equipment answers with its whole path up. */
    private void assertPathOf(int index) {
      api.as(site.token())
          .document("query($project: ID!) { node(id: $project) { ... on Project { code } } }")
          .variable("project", site.projectGlobalId())
          .execute()
          .path("node.code")
          .entity(String.class)
          .satisfies(code -> assertPathOf(code, index));
    }

    private void assertPathOf(String projectCode, int index) {
      api.as(site.token())
          .document(
              "query($project: String!, $tag: String!) {"
                  + " equipment(projectCode: $project, tagId: $tag) { isActive"
                  + " subsystem { code system { code area { code project { code } } } } } }")
          .variable("project", projectCode)
          .variable("tag", CompressorRegister.tagId(index))
          .execute()
          .path("equipment")
          .matchesJsonStrictly(
              """
              {"isActive": true,
               "subsystem": {"code": "%s",
                             "system": {"code": "%s",
                                        "area": {"code": "%s", "project": {"code": "%s"}}}}}
              """
                  .formatted(
                      CompressorRegister.subsystemOf(index),
                      CompressorRegister.systemOf(index),
                      CompressorRegister.areaOf(index),
                      projectCode));
    }

    private List<Integer> versions(String table) {
      return database
          .sql("select distinct version from plant.%s where project_id = ?".formatted(table))
          .param(site.projectId())
          .query((rows, number) -> rows.getInt(1))
          .list();
    }

    @Test
    void isJudgedByADryRunAsByTheImportItself() {
      State dry = imports.run(site, order.dry());
      assertThat(count("areas") + count("equipments")).isZero();
      State real = imports.run(site, order);
      assertThat(dry).isEqualTo(real);
      assertThat(imports.run(site, order.dry())).isEqualTo(imports.run(site, order));
    }

    @Test
    void isToldByADryRunNotToGoInWhenAllOfItShall() {
      State dry = imports.run(site, order.allOrNothing().dry());
      assertThat(dry.status()).isEqualTo(FAILED);
      assertThat(dry.failure()).startsWith("3 rows were refused, so none would go in");
      assertThat(dry.counts()).isEqualTo(imports.run(site, order.allOrNothing()).counts());
      assertThat(count("areas") + count("equipments")).isZero();
    }

    @Test
    void doesNotGoInAtAllWhenAllOfItShall() {
      String jobId = imports.start(site, order.allOrNothing());
      State state = imports.awaitEnd(site, jobId);
      assertThat(state.status()).isEqualTo(FAILED);
      assertThat(state.failure()).startsWith("3 rows were refused, so none went in");
      assertThat(state.counts()).containsExactly(0, 0, 0, 3);
      assertThat(errors(jobId)).hasSize(3);
      assertThat(count("areas") + count("equipments")).isZero();
    }
  }

  @Nested
  class Rows {
    private State run(String rows) {
      return imports.run(site, Order.of(HEADER + rows));
    }

    private List<Map<String, Object>> refusals(String rows) {
      String jobId = imports.start(site, Order.of(HEADER + rows));
      imports.awaitEnd(site, jobId);
      return errors(jobId);
    }

    @Test
    void aTagThatWasCheckedStaysInItsSubsystemAndTheOthersGoIn() {
      UUID subsystem =
          plants.subsystem(plants.system(plants.area(site.projectId(), "A1"), "S1"), "SS1");
      commissioning.waive(plants.equipment(subsystem, "P-101"), ProtocolType.C1);
      Order order = Order.of(HEADER + "A1,,S1,SS2,P-101,Pump,,\nA1,,S1,SS2,P-102,Pump,,\n");
      String jobId = imports.start(site, order);
      assertThat(imports.awaitEnd(site, jobId).counts()).containsExactly(1, 0, 0, 1);
      assertThat(errors(jobId))
          .singleElement()
          .satisfies(
              error ->
                  assertThat(error)
                      .containsEntry("rowNumber", 2)
                      .containsEntry("columnName", "subsystem_code")
                      .containsEntry("value", "SS2")
                      .containsEntry("code", "BOUND_TO_SUBSYSTEM")
                      .containsEntry(
                          "reason",
                          "The tag has protocols or waivers: it stays in its subsystem."));
      assertThat(imports.run(site, order.dry()).counts()).containsExactly(0, 0, 1, 1);
    }

    @Test
    void areCreatedChangedUnchangedOrRefused() {
      run(
          """
          A1,Deck,S1,SS1,P-1,Pump,,
          A1,Deck,S1,SS1,P-2,Pump,,
          A1,Deck,S1,SS1,P-3,Pump,,
          """);
      assertThat(
              run("""
                      A1,Deck,S1,SS1,P-1,Pump,,
                      A1,Deck,S1,SS1,P-2,Pump of the second kind,,
                      A1,Deck,S1,SS2,P-3,Pump,,
                      A1,Deck,S1,SS1,P-4,Pump,,
                      A1,Deck,S1,SS1,P-5,,,
                      """)
                  .counts())
          .containsExactly(1, 2, 1, 1);
    }

    @Test
    void thatChangeANameCountAsChanged() {
      run("A1,Deck,S1,SS1,P-1,Pump,,\nA1,Deck,S1,SS1,P-2,Pump,,\n");
      assertThat(run("A1,Upper deck,S1,SS1,P-1,Pump,,\nA1,Upper deck,S1,SS1,P-2,Pump,,\n").counts())
          .containsExactly(0, 1, 1, 0);
    }

    @Test
    void takeTagsOutOfUseAndBack() {
      run("A1,,S1,SS1,P-1,Pump,,yes\n");
      assertThat(run("A1,,S1,SS1,P-1,Pump,,no\n").counts()).containsExactly(0, 1, 0, 0);
      assertThat(run("A1,,S1,SS1,P-1,Pump,,\n").counts()).containsExactly(0, 0, 1, 0);
      assertThat(run("A1,,S1,SS1,P-1,Pump,,1\n").counts()).containsExactly(0, 1, 0, 0);
    }

    @Test
    void withATagOfAnEarlierRowAreRefused() {
      assertThat(
              refusals(
                  """
                  A1,,S1,SS1,P-1,Pump,,
                  A1,,S1,SS1,P-2,Pump,,
                  A2,,S1,SS1,P-1,Another pump,,
                  """))
          .singleElement()
          .isEqualTo(
              Map.of(
                  "rowNumber", 4,
                  "columnName", "tag_id",
                  "value", "P-1",
                  "code", "DUPLICATE_TAG",
                  "reason", "Row 2 has the same tag: keep one of the two rows."));
      assertThat(count("areas")).isEqualTo(1);
    }

    @Test
    void thatDisagreeAboutANameAreRefused() {
      assertThat(refusals("A1,Deck,S1,SS1,P-1,Pump,,\nA1,Hall,S1,SS1,P-2,Pump,,\n"))
          .extracting(error -> error.get("code"), error -> error.get("reason"))
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  "CONFLICTING_NAME", "Row 2 calls the area A1 \"Deck\": give it one name."));
    }

    @Test
    void withControlCharactersAreRefused() {
      assertThat(refusals("A\u0007,,S1,SS1,P-1,Pump,,\nA1,,S1,SS1,P\u00012,Pump,,\n"))
          .extracting(error -> error.get("code"))
          .containsExactly("CONTROL_CHARACTER", "CONTROL_CHARACTER");
      assertThat(count("areas")).isZero();
    }

    @Test
    void withAnUnknownDisciplineAreRefusedBeforeAnythingIsMadeForThem() {
      assertThat(refusals("A1,,S1,SS1,P-1,Pump,NONE,\n"))
          .extracting(error -> error.get("code"))
          .containsExactly("UNKNOWN_DISCIPLINE");
      assertThat(count("areas")).isZero();
    }

    @Test
    void keepADisciplineThatWasTakenOutOfUseButDoNotGetIt() {
      String code = "D" + UUID.randomUUID().toString().substring(0, 6);
      database
          .sql("insert into identity.disciplines (name, code, legend) values (?, ?, 'X')")
          .params(code, code)
          .update();
      run("A1,,S1,SS1,P-1,Pump,%s,\n".formatted(code));
      database
          .sql("update identity.disciplines set is_active = false where code = ?")
          .param(code)
          .update();
      String rows = "A1,,S1,SS1,P-1,Pump,%1$s,\nA1,,S1,SS1,P-2,Pump,%1$s,\n".formatted(code);
      assertThat(run(rows).counts()).containsExactly(0, 0, 1, 1);
      assertThat(imports.run(site, Order.of(HEADER + rows).dry()).counts())
          .containsExactly(0, 0, 1, 1);
    }

    @Test
    void underWhatWasTakenOutOfUseAreRefused() {
      run("A1,,S1,SS1,P-1,Pump,,no\nA2,,S2,SS2,P-2,Pump,,\n");
      for (String table : List.of("subsystems", "systems", "areas")) {
        database
            .sql(
                "update plant.%s set is_active = false where project_id = ? and code in ('SS1', 'S1', 'A1')"
                    .formatted(table))
            .param(site.projectId())
            .update();
      }
      String rows =
          """
          A1,,S1,SS1,P-1,Pump,,
          A1,,S1,SS1,P-3,Pump,,
          A1,,S1,SS9,P-4,Pump,,
          A1,,S9,SS9,P-5,Pump,,
          A2,,S2,SS2,P-2,Pump,,
          """;
      State dry = imports.run(site, Order.of(HEADER + rows).dry());
      String jobId = imports.start(site, Order.of(HEADER + rows));
      State real = imports.awaitEnd(site, jobId);
      assertThat(real.counts()).containsExactly(0, 0, 2, 3);
      assertThat(dry).isEqualTo(real);
      assertThat(errors(jobId))
          .extracting(error -> error.get("code"))
          .containsOnly("INACTIVE_PARENT");
    }

    @Test
    void ofALaterBatchFindWhatAnEarlierOneMade() {
      StringBuilder rows = new StringBuilder();
      for (int row = 0; row < 2_500; row++) {
        String name = row < 1_500 ? "" : "Deck";
        rows.append("A%d,%s,S1,SS%d,P-%d,Pump,,\n".formatted(row % 3, name, row % 7, row));
      }
      Order order = Order.of(HEADER + rows);
      State dry = imports.run(site, order.dry());
      State real = imports.run(site, order);
      assertThat(real.counts()).containsExactly(2_500, 0, 0, 0);
      assertThat(dry).isEqualTo(real);
      assertThat(imports.run(site, order.allOrNothing()).counts()).containsExactly(0, 0, 2_500, 0);
    }
  }

  @Nested
  class AllOrNothing {
    @Test
    void goesInWhenEveryRowIsGood() {
      State state = imports.run(site, Order.of(HEADER + "A1,,S1,SS1,P-1,Pump,,\n").allOrNothing());
      assertThat(state.status()).isEqualTo(COMPLETED);
      assertThat(count("equipments")).isEqualTo(1);
    }

    @Test
    void listsTheErrorsOfEveryBatch() {
      StringBuilder rows = new StringBuilder();
      for (int row = 0; row < 3_000; row++) {
        rows.append("A1,,S1,SS1,P-%d,%s,,\n".formatted(row, row % 1_000 == 999 ? "" : "Pump"));
      }
      String jobId = imports.start(site, Order.of(HEADER + rows).allOrNothing());
      State state = imports.awaitEnd(site, jobId);
      assertThat(state.status()).isEqualTo(FAILED);
      assertThat(errors(jobId))
          .extracting(error -> error.get("rowNumber"))
          .containsExactly(1_001, 2_001, 3_001);
      assertThat(count("areas")).isZero();
    }
  }

  @Nested
  class Start {
    private final Order order = Order.of(HEADER + "A1,,S1,SS1,P-1,Pump,,\n");

    @Test
    void isRefusedToWhoeverMayNot() {
      People.SignedIn technician =
          people.user(draft -> draft.withCompany(site.manager().companyId()));
      People.SignedIn stranger = people.stranger();
      assertFails(
          imports.starting(
              api.anonymous(), site, uploads.register(site.token(), order.file()), order),
          "UNAUTHENTICATED");
      assertFails(
          imports.starting(
              api.as(technician.token()),
              site,
              uploads.register(technician.token(), order.file()),
              order),
          "FORBIDDEN");
      assertRefused(
          imports.starting(
              api.as(stranger.token()),
              site,
              uploads.register(stranger.token(), order.file()),
              order),
          "startImport",
          "UNKNOWN_REFERENCE");
      assertThat(count("equipments")).isZero();
    }

    @Test
    void takesOnlyTheCallersOwnStoredUploads() {
      People.SignedIn colleague =
          people.user(
              draft -> draft.withCompany(site.manager().companyId()).withRole(UserRole.MANAGER));
      String theirs = uploads.register(colleague.token(), order.file());
      assertRefused(
          imports.starting(api.as(site.token()), site, theirs, order),
          "startImport",
          "UNKNOWN_REFERENCE");
      Uploads.Announced pending =
          uploads.announce(
              site.token(),
              Map.of("fileName", "a", "fileType", "text/csv", "fileSize", 5, "purpose", "IMPORT"));
      assertRefused(
          imports.starting(api.as(site.token()), site, pending.id(), order),
          "startImport",
          "INVALID_INPUT");
    }

    @Test
    void refusesIdsOfAnotherType() {
      assertFails(
          imports.starting(api.as(site.token()), site, site.projectGlobalId(), order),
          "BAD_REQUEST");
    }

    @Test
    void refusesAMappingToAMissingColumn() {
      Order wrong =
          new Order(
              order.file(),
              List.of(new FieldMapping(RegisterField.AREA_CODE, "area_cod", null)),
              ImportMode.GOOD_ROWS,
              false);
      imports
          .starting(site, wrong)
          .execute()
          .path("startImport")
          .matchesJson(
              """
              {"importJob": null,
               "errors": [{"__typename": "MappingInvalid", "code": "MAPPING_INVALID",
                           "path": ["input", "mapping"], "reason": "UNKNOWN_COLUMN",
                           "nearMatches": ["area_code"]}]}
              """);
      Order incomplete =
          new Order(
              order.file(),
              List.of(new FieldMapping(RegisterField.AREA_CODE, "area_code", null)),
              ImportMode.GOOD_ROWS,
              false);
      assertRefused(imports.starting(site, incomplete), "startImport", "MAPPING_INVALID");
    }

    @Test
    void refusesWhatIsNoRegister() {
      for (byte[] file :
          List.of(
              "%PDF-1.7 …".getBytes(java.nio.charset.StandardCharsets.UTF_8),
              "<html></html>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
              new byte[] {0, 1, 2, 3},
              new byte[0])) {
        assertRefused(
            imports.starting(site, new Order(file, order.mapping(), ImportMode.GOOD_ROWS, false)),
            "startImport",
            "UNSUPPORTED_FILE");
      }
    }

    @Test
    void letsOnlyOneImportChangeAProjectAtATime() {
      UUID upload = TypeId.parse(uploads.register(site.token(), order.file())).uuid();
      database
          .sql(
              "insert into intake.import_jobs (project_id, upload_id, entity_type, file_name,"
                  + " file_path, mode, status, created_by, heartbeat_at, lease_owner)"
                  + " values (?, ?, 'equipment', 'a', 'a', 'GOOD_ROWS', 'PROCESSING', ?,"
                  + " now() + interval '1 hour', 'another node')")
          .params(site.projectId(), upload, site.manager().id())
          .update();
      assertRefused(imports.starting(site, order), "startImport", "IMPORT_RUNNING");
      assertThat(imports.run(site, order.dry()).status()).isEqualTo(COMPLETED);
    }
  }

  @Nested
  class Visibility {
    private static final String READ =
        "query($id: ID!) { importJob(id: $id) { id } node(id: $id) { id } }";

    @Test
    void isForTheProjectsImporters() {
      String jobId = imports.start(site, Order.of(HEADER + "A1,,S1,SS1,P-1,Pump,,\n"));
      imports.awaitEnd(site, jobId);
      UUID company = site.manager().companyId();
      String colleague =
          people.user(draft -> draft.withCompany(company).withRole(UserRole.ENGINEERING)).token();
      String technician = people.user(draft -> draft.withCompany(company)).token();
      api.as(colleague)
          .document(READ)
          .variable("id", jobId)
          .execute()
          .path("importJob.id")
          .entity(String.class)
          .isEqualTo(jobId);
      for (String other : List.of(technician, people.stranger().token())) {
        api.as(other)
            .document(READ)
            .variable("id", jobId)
            .execute()
            .path("importJob")
            .valueIsNull()
            .path("node")
            .valueIsNull();
      }
    }
  }
}
