package io.protoworks.template;

import static io.protoworks.template.Templates.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.attachment.Uploads;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Mutations;
import io.protoworks.platform.TypeId;
import io.protoworks.register.RegisterFormat;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Check sheets, in and out. */
@ServerTest
class TemplateSheetTests {
  private static final String IMPORT =
      """
      mutation($input: ImportProtocolTemplateSheetInput!) {
        importProtocolTemplateSheet(input: $input) {
          protocolTemplate { id templateVersion status items { code itemType } }
          itemCount
          errors { __typename message code path ... on InvalidCell { rowNumber columnName value } }
        }
      }
      """;

  private static final String TWO_ITEMS =
      "Code;Description;Type;Max length\nA;All bolts tight?;Check;\nB;Remarks;Long text;200\n";

  @Autowired Api api;
  @Autowired People people;
  @Autowired Templates templates;
  @Autowired Uploads uploads;

  private String token;
  private String code;

  @BeforeEach
  void signIn() {
    token = people.user(draft -> draft.withRole(UserRole.ENGINEERING)).token();
    code = "T-" + UUID.randomUUID();
  }

  private Map<String, Object> input(String upload) {
    Map<String, Object> input = new HashMap<>();
    input.put("uploadId", upload);
    input.put("code", code);
    input.put("type", "C2");
    return input;
  }

  private Map<String, Object> input(byte[] sheet) {
    return input(uploads.register(token, sheet));
  }

  private GraphQlTester.Request<?> load(GraphQlTester caller, Map<String, Object> input) {
    return caller.document(IMPORT).variable("input", input);
  }

  private GraphQlTester.Request<?> load(String sheet) {
    return load(api.as(token), input(sheet.getBytes(UTF_8)));
  }

  private GraphQlTester.Request<?> export(
      GraphQlTester caller, UUID template, RegisterFormat format) {
    return Mutations.ask(
        caller,
        "exportProtocolTemplateSheet",
        "url expiresAt",
        Map.of("id", globalId(template), "format", format.name()));
  }

  private HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
    return api.http()
        .send(HttpRequest.newBuilder(api.uri(url)).build(), BodyHandlers.ofByteArray());
  }

  private UUID oneOfEachType() {
    List<ItemDraft> items = new ArrayList<>();
    for (ItemType type : ItemType.values()) {
      items.add(
          ItemDraft.of(type)
              .withCode("=" + type.name())
              .withConfig(
                  type == ItemType.NUMBER_RANGE
                      ? "{\"unit\": \"mA\", \"points\": [{\"point\": \"0%\", \"min\": 3.90}]}"
                      : "{}"));
    }
    return templates.published(ProtocolType.C2, draft -> draft.withCode(code), items);
  }

  @ParameterizedTest
  @EnumSource
  void goesOutAndComesBackTheSame(RegisterFormat format) throws Exception {
    UUID template = oneOfEachType();
    String url =
        export(api.as(token), template, format)
            .execute()
            .path("exportProtocolTemplateSheet.url")
            .entity(String.class)
            .get();
    HttpResponse<byte[]> file = get(url);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("content-disposition").orElse(""))
        .startsWith("attachment; filename=\"sheet.");
    String back =
        load(api.as(token), input(file.body()))
            .execute()
            .path("importProtocolTemplateSheet.protocolTemplate.id")
            .entity(String.class)
            .get();
    api.as(token)
        .document(
            """
            query($from: ID!, $to: ID!) {
              templateDifference(fromId: $from, toId: $to) {
                to { templateVersion } fields { path } added { code } removed { code }
                changed { fields { path } }
              }
            }
            """)
        .variable("from", globalId(template))
        .variable("to", back)
        .execute()
        .path("templateDifference")
        .matchesJsonStrictly(
            """
            {"to": {"templateVersion": 2}, "fields": [], "added": [], "removed": [], "changed": []}
            """);
    for (String forged : List.of(url.substring(0, url.indexOf('?')), url.replace("e=", "e=0"))) {
      assertThat(get(forged).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void becomesADraft() {
    load(TWO_ITEMS)
        .execute()
        .path("importProtocolTemplateSheet")
        .matchesJson(
            """
            {"itemCount": 2, "errors": [], "protocolTemplate": {"templateVersion": 1, "status": "DRAFT",
             "items": [{"code": "A", "itemType": "CHECKBOX_OK_NOK_NA"}, {"code": "B", "itemType": "TEXT_MULTI"}]}}
            """);
    List<String> before = templates.state(code);
    assertRefused(load(TWO_ITEMS), "importProtocolTemplateSheet", "IN_THE_WAY");
    assertThat(templates.state(code)).isEqualTo(before);
  }

  @Test
  void isTriedWithoutATrace() {
    Map<String, Object> input = input(TWO_ITEMS.getBytes(UTF_8));
    input.put("dryRun", true);
    load(api.as(token), input)
        .execute()
        .path("importProtocolTemplateSheet")
        .matchesJsonStrictly("{\"itemCount\": 2, \"errors\": [], \"protocolTemplate\": null}");
    assertThat(templates.state(code)).isEmpty();
    templates.draft(ProtocolType.C2, draft -> draft.withCode(code), List.of());
    assertRefused(load(api.as(token), input), "importProtocolTemplateSheet", "IN_THE_WAY");
  }

  @Test
  void tellsAllThatIsWrongAndChangesNothing() {
    Map<String, Object> input =
        input("code,description,type\nA,A,Check\nA,B,Spell\nC,,Check\n".getBytes(UTF_8));
    input.put("type", "C1");
    input.put("description", " ");
    load(api.as(token), input)
        .execute()
        .path("importProtocolTemplateSheet")
        .matchesJson(
            """
            {"protocolTemplate": null, "itemCount": null, "errors": [
              {"code": "INVALID_INPUT", "path": ["input", "description"]},
              {"code": "INVALID_INPUT", "path": ["input", "disciplineId"]},
              {"__typename": "InvalidCell", "code": "INVALID_CELL", "path": ["input", "uploadId"],
               "rowNumber": 3, "columnName": "type", "value": "Spell"},
              {"code": "INVALID_CELL", "rowNumber": 3, "columnName": "code", "value": "A"},
              {"code": "INVALID_CELL", "rowNumber": 4, "columnName": "description", "value": null}]}
            """);
    assertThat(templates.state(code)).isEmpty();
  }

  @Test
  void tellsAHundredThingsAtOnce() {
    String sheet = "code,description,type\n" + ",,\"x\"\n".repeat(100);
    List<String> messages =
        load(sheet)
            .execute()
            .path("importProtocolTemplateSheet.errors[*].message")
            .entityList(String.class)
            .get();
    assertThat(messages).hasSize(100).last().asString().startsWith("There are 201 more");
  }

  @Test
  void refusesWhatIsNoSheet() {
    assertIsRefusedAt("uploadId", input("%PDF-1.7".getBytes(UTF_8)));
    Map<String, Object> input = input(TWO_ITEMS.getBytes(UTF_8));
    input.put("disciplineId", new TypeId("discipline", UUID.randomUUID()).toString());
    assertIsRefusedAt("disciplineId", input);
  }

  private void assertIsRefusedAt(String field, Map<String, Object> input) {
    load(api.as(token), input)
        .execute()
        .path("importProtocolTemplateSheet.errors[*].path[1]")
        .entityList(String.class)
        .isEqualTo(List.of(field));
    assertThat(templates.state(code)).isEmpty();
  }

  @Test
  void isRefusedToWhoeverMayNot() {
    Map<String, Object> input = input(TWO_ITEMS.getBytes(UTF_8));
    assertFails(load(api.anonymous(), input), "UNAUTHENTICATED");
    assertFails(load(api.as(people.user(draft -> draft).token()), input), "FORBIDDEN");
    String another = people.user(draft -> draft.withRole(UserRole.ENGINEERING)).token();
    assertRefused(load(api.as(another), input), "importProtocolTemplateSheet", "UNKNOWN_REFERENCE");
    assertRefused(
        load(api.as(token), input(uploads.document(token))),
        "importProtocolTemplateSheet",
        "INVALID_INPUT");
    assertThat(templates.state(code)).isEmpty();
  }

  @Test
  void isGivenToWhoeverIsSignedIn() {
    UUID template = oneOfEachType();
    assertFails(export(api.anonymous(), template, RegisterFormat.CSV), "UNAUTHENTICATED");
    export(api.as(people.user(draft -> draft).token()), template, RegisterFormat.CSV)
        .execute()
        .path("exportProtocolTemplateSheet.url")
        .hasValue();
    assertRefused(
        export(api.as(token), UUID.randomUUID(), RegisterFormat.XLSX),
        "exportProtocolTemplateSheet",
        "UNKNOWN_REFERENCE");
  }
}
