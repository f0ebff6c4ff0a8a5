package io.protoworks.intake;

import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.attachment.Uploads;
import io.protoworks.identity.People;
import io.protoworks.register.RegisterFiles;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

@ServerTest
class PreviewTests {
  private static final String PREVIEW =
      """
      mutation($input: PreviewImportInput!) {
        previewImport(input: $input) {
          preview {
            format charset delimiter sheets sheet headerRow headers
            mapping { field column defaultValue confidence }
            missingFields
            rows { rowNumber values { field value } problems { columnName value code reason } }
          }
          errors { __typename message code path ... on UnsupportedFile { reason } }
        }
      }
      """;

  @TempDir Path folder;
  @Autowired Api api;
  @Autowired People people;
  @Autowired Uploads uploads;

  private String token = "";

  @BeforeEach
  void signIn() {
    token = people.user(draft -> draft).token();
  }

  private GraphQlTester.Request<?> previewing(byte[] file, Map<String, Object> more) {
    Map<String, Object> input = new java.util.HashMap<>(more);
    input.put("uploadId", uploads.register(token, file));
    return api.as(token).document(PREVIEW).variable("input", input);
  }

  private void assertUnsupported(byte[] file, String reason) {
    previewing(file, Map.of())
        .execute()
        .path("previewImport.errors[0].code")
        .entity(String.class)
        .isEqualTo("UNSUPPORTED_FILE")
        .path("previewImport.errors[0].reason")
        .entity(String.class)
        .isEqualTo(reason)
        .path("previewImport.preview")
        .valueIsNull();
  }

  @Test
  void proposesAMappingAndShowsTheFirstRows() {
    previewing(CompressorRegister.bytes(), Map.of())
        .execute()
        .path("previewImport.preview.headers")
        .entityList(String.class)
        .hasSize(47)
        .path("previewImport.preview.rows")
        .entityList(Object.class)
        .hasSize(20)
        .path("previewImport.preview.missingFields")
        .entityList(String.class)
        .hasSize(0)
        .path("previewImport.preview.mapping[?(@.field == 'TAG_ID')].column")
        .entityList(String.class)
        .isEqualTo(List.of("REG_TAG_NAME"))
        .path("previewImport.preview.mapping[?(@.field == 'SUBSYSTEM_CODE')].defaultValue")
        .entityList(String.class)
        .isEqualTo(List.of("GENERAL"))
        .path("previewImport.preview.rows[7].problems[0].code")
        .entity(String.class)
        .isEqualTo("REQUIRED_BLANK");
  }

  @Test
  void readsWhatRealRegistersLookLike() {
    String register =
        """
        Register of the plant;;;;
        ;;;;
        Área;Sistema;Subsistema;Tag;Descrição
        A1;S1;-;P-101;Bomba d'água — principal
        """;
    previewing(register.getBytes(Charset.forName("windows-1252")), Map.of())
        .execute()
        .path("previewImport.preview")
        .matchesJson(
            """
            {"format": "CSV", "charset": "windows-1252", "delimiter": ";", "headerRow": 3,
             "headers": ["Área", "Sistema", "Subsistema", "Tag", "Descrição"],
             "missingFields": [],
             "rows": [{"rowNumber": 4, "problems": [],
                       "values": [{"field": "AREA_CODE", "value": "A1"},
                                  {"field": "SYSTEM_CODE", "value": "S1"},
                                  {"field": "SUBSYSTEM_CODE", "value": "GENERAL"},
                                  {"field": "TAG_ID", "value": "P-101"},
                                  {"field": "APPLICATION", "value": "Bomba d'água — principal"}]}]}
            """);
  }

  @Test
  void readsAWorkbook() throws IOException {
    Path file =
        RegisterFiles.xlsx(
            folder,
            RegisterFiles.row("Area", "System", "Subsystem", "Tag", "Description"),
            RegisterFiles.row("A1", "S1", "SS1", "P-101", "Pump"));
    previewing(Files.readAllBytes(file), Map.of())
        .execute()
        .path("previewImport.preview.format")
        .entity(String.class)
        .isEqualTo("XLSX")
        .path("previewImport.preview.rows[0].values[3].value")
        .entity(String.class)
        .isEqualTo("P-101");
  }

  @Test
  void saysWhichFieldsAreMissing() {
    previewing("Tag,Whatever\nP-1,x\n".getBytes(UTF_8), Map.of())
        .execute()
        .path("previewImport.preview.missingFields")
        .entityList(String.class)
        .contains("AREA_CODE", "SYSTEM_CODE")
        .path("previewImport.preview.rows")
        .entityList(Object.class)
        .hasSize(0);
  }

  @Test
  void takesTheCallersMapping() {
    byte[] file = "a,b\n1,P-1\n".getBytes(UTF_8);
    List<Map<String, Object>> mapping =
        List.of(
            Map.of("field", "AREA_CODE", "column", "a"),
            Map.of("field", "SYSTEM_CODE", "defaultValue", "S1"),
            Map.of("field", "SUBSYSTEM_CODE", "defaultValue", "SS1"),
            Map.of("field", "TAG_ID", "column", "b"),
            Map.of("field", "APPLICATION", "defaultValue", "Pump"));
    previewing(file, Map.of("mapping", mapping, "options", Map.of("headerRow", 1)))
        .execute()
        .path("previewImport.preview.rows[0].values[0].value")
        .entity(String.class)
        .isEqualTo("1");
    List<Map<String, Object>> twice =
        List.of(Map.of("field", "TAG_ID", "column", "a"), Map.of("field", "TAG_ID", "column", "b"));
    assertRefused(
        previewing(file, Map.of("mapping", twice, "options", Map.of("headerRow", 1))),
        "previewImport",
        "MAPPING_INVALID");
  }

  @Test
  void refusesOptionsThatMeanNothing() {
    byte[] file = CompressorRegister.bytes();
    for (Map<String, Object> options :
        List.<Map<String, Object>>of(
            Map.of("charset", "no such thing"),
            Map.of("delimiter", "ab"),
            Map.of("delimiter", ""),
            Map.of("headerRow", 0))) {
      assertRefused(previewing(file, Map.of("options", options)), "previewImport", "INVALID_INPUT");
    }
  }

  @Test
  void refusesWhatIsNoRegister() {
    assertUnsupported("%PDF-1.7".getBytes(UTF_8), "OTHER_DOCUMENT");
    assertUnsupported("<html>".getBytes(UTF_8), "MARKUP");
    assertUnsupported(new byte[] {1, 0, 2, 0}, "UNKNOWN_BINARY");
    assertUnsupported(new byte[0], "EMPTY_FILE");
  }

  @Test
  void refusesAZipBomb() throws IOException {
    Path file =
        RegisterFiles.repeating(
            folder,
            "<worksheet><sheetData>" + RegisterFiles.row("Tag", "Area") + "<row>",
            "<c/>".repeat(10_000),
            200);
    assertUnsupported(Files.readAllBytes(file), "EXPANDS_TOO_MUCH");
  }

  @Test
  void readsOnlyTheCallersOwnUploads() {
    String upload = uploads.register(token, CompressorRegister.bytes());
    GraphQlTester other = api.as(people.admin().token());
    assertRefused(
        other.document(PREVIEW).variable("input", Map.of("uploadId", upload)),
        "previewImport",
        "UNKNOWN_REFERENCE");
    assertFails(
        api.anonymous().document(PREVIEW).variable("input", Map.of("uploadId", upload)),
        "UNAUTHENTICATED");
    assertThat(upload).startsWith("upload_");
  }
}
