package io.protoworks.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.attachment.Uploads;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.pendency.Pendencies;
import io.protoworks.plant.Mutations;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.Item;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ItemType;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.ServerTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

@ServerTest
class ProtocolDossierTests {
  private static final String RANGE =
      """
      {"unit": "bar", "points": [{"point": "inlet", "min": "10", "max": "15"},
                                 {"point": "outlet", "max": "3.5"}]}
      """;
  private static final String NUMBER =
      "{\"unit\": \"°C\", \"hardMin\": \"-10\", \"hardMax\": \"120\"}";

  @Autowired Play play;
  @Autowired Pendencies pendencies;
  @Autowired Uploads uploads;
  @Autowired Documents documents;

  private State protocol(Cast cast, ItemDraft... items) {
    return cast.release(
        cast.create(
            play.template(ProtocolType.C1, items), ProtocolType.C1, cast.equipment("P-101")));
  }

  private static GraphQlTester technician(Cast cast) {
    return cast.executor(ProtocolType.C1, UserRole.TECHNICIAN);
  }

  private void fill(Cast cast, State protocol, List<Map<String, Object>> values) {
    List<Item> items = play.items(technician(cast), protocol);
    List<Map<String, Object>> filled = new java.util.ArrayList<>();
    for (int index = 0; index < values.size(); index++) {
      Item item = items.get(index);
      filled.add(
          Map.of("id", item.id(), "expectedVersion", item.version(), "value", values.get(index)));
    }
    play.fill(technician(cast), protocol, filled)
        .execute()
        .path("fillItems.results[*].errors[*].message")
        .entityList(String.class)
        .satisfies(messages -> assertThat(messages).isEmpty());
  }

  private String attach(Cast cast, String itemId, String name, String type, byte[] bytes) {
    String token = cast.person(CompanyType.MONTADORA, UserRole.TECHNICIAN).token();
    return Mutations.ask(
            technician(cast),
            "addItemAttachment",
            "attachment { id }",
            Map.of("itemId", itemId, "uploadId", uploads.picture(token, name, type, bytes)))
        .execute()
        .path("addItemAttachment.attachment.id")
        .entity(String.class)
        .get();
  }

  @Test
  void tellsAllOfAPlayedProtocol() {
    Cast cast = play.cast();
    for (CompanyType part :
        List.of(CompanyType.MONTADORA, CompanyType.GERENCIADORA, CompanyType.COMISSIONADORA)) {
      documents.sign(cast.person(part, UserRole.MANAGER).id());
    }
    State protocol =
        protocol(
            cast,
            ItemDraft.check()
                .withCode("K-1")
                .withConfig("{\"labels\": {\"ok\": \"Tight\", \"nok\": \"Loose\"}}"),
            ItemDraft.of(ItemType.NUMBER).withCode("N-1").withConfig(NUMBER),
            ItemDraft.of(ItemType.NUMBER_RANGE).withCode("R-1").withConfig(RANGE),
            ItemDraft.of(ItemType.DATE).withCode("D-1"),
            ItemDraft.of(ItemType.TEXT_MULTI).withCode("X-1"),
            ItemDraft.of(ItemType.PHOTO_CAPTURE).withCode("F-1"),
            ItemDraft.of(ItemType.SIGNATURE).withCode("S-1"),
            ItemDraft.of(ItemType.TEXT_SINGLE).withCode("O-1").optional());
    String photoItem = play.items(technician(cast), protocol).get(5).id();
    String photo =
        attach(cast, photoItem, "pump.jpg", "image/jpeg", Documents.picture("jpeg", 2400, 1800));
    attach(
        cast,
        photoItem,
        "broken.png",
        "image/png",
        // Its header is whole, so that it can be attached; what it shows is cut off.
        Arrays.copyOf(Documents.picture("png", 800, 600), 60));
    People.SignedIn fitter = cast.person(CompanyType.MONTADORA, UserRole.TECHNICIAN);
    Mutations.ask(
            technician(cast),
            "addProtocolAttachment",
            "attachment { id }",
            Map.of("protocolId", protocol.id(), "uploadId", uploads.document(fitter.token())))
        .executeAndVerify();
    Mutations.ask(
            technician(cast),
            "addProtocolInstrument",
            "instrument { id }",
            Map.of(
                "protocolId", protocol.id(),
                "name", "Manometer",
                "serialNumber", "M-4711",
                "calibrationDueOn", "2099-01-31"))
        .executeAndVerify();
    fill(
        cast,
        protocol,
        List.of(
            Map.of("checkbox", Map.of("result", "OK", "note", "Torqued twice")),
            Map.of("number", Map.of("number", "21.5", "unit", "°C")),
            Map.of(
                "numberRange",
                Map.of(
                    "unit",
                    "bar",
                    "readings",
                    List.of(
                        Map.of("point", "inlet", "number", "12.25"),
                        Map.of("point", "outlet", "number", "3.5")))),
            Map.of("date", Map.of("date", "2026-02-03")),
            Map.of("textMulti", Map.of("text", "A long report. ".repeat(60))),
            Map.of(
                "photoCapture",
                Map.of(
                    "photos",
                    List.of(
                        Map.of(
                            "attachmentId",
                            photo,
                            "takenAt",
                            "2026-02-03T10:11:12Z",
                            "kind",
                            "AFTER",
                            "geo",
                            Map.of("latitude", "-22.5", "longitude", "-43.25"))))),
            Map.of("signature", Map.of("note", "Witnessed"))));
    protocol = play.look(technician(cast), protocol.id());
    protocol = cast.approve(ProtocolType.C1, cast.submit(ProtocolType.C1, protocol));
    protocol = rejectAndRedo(cast, protocol);
    protocol = cast.finish(ProtocolType.C1, cast.validate(protocol));

    byte[] document =
        documents.of(cast.as(CompanyType.GERENCIADORA, UserRole.ENGINEERING), protocol.id());
    String text = Documents.text(document);
    assertThat(text)
        .contains("FINALIZED", "P-101", "version 1")
        .contains("K-1", "Tight (OK)", "Note: Torqued twice")
        .contains("21.5 °C", "limits -10 to 120 °C")
        .contains("inlet: 12.25 bar", "limits 10 to 15 bar", "outlet: 3.5 bar", "at most 3.5 bar")
        .contains("2026-02-03", "Photos: 1, see below", "PASS", "APPROVED")
        .contains("F-1: pump.jpg, AFTER", "2026-02-03 10:11:12 UTC", "-22.5, -43.25")
        .contains("Not shown here", "broken.png", "image/png")
        .contains("Protocol", "evidence.pdf", "application/pdf")
        .contains("Manometer", "M-4711", "2099-01-31")
        .contains("Item S-1", "superseded", "VALIDATED → FINALIZED", "The check was not done.")
        .contains(contentHash(cast, protocol), "verifyProtocol(id: \"" + protocol.id() + "\")")
        .contains("Every signature of round 2 is for exactly this content.")
        .contains("Page 1 of");
    assertThat(List.of("Items", "Photos and files", "Instruments", "Status history", "Verify"))
        .isSortedAccordingTo(
            java.util.Comparator.comparingInt((String heading) -> text.lastIndexOf(heading)));
    List<String> pages = Documents.pages(document);
    assertThat(pages).hasSizeBetween(2, 4).allMatch(page -> page.length() > 300);
    assertThat(pages.getLast()).containsPattern("Page %1$d of ?%1$d".formatted(pages.size()));
    assertThat(new String(document, StandardCharsets.ISO_8859_1).split("/Image", -1))
        .hasSizeGreaterThan(3);
  }

  private State rejectAndRedo(Cast cast, State approved) {
    GraphQlTester engineering = cast.as(CompanyType.GERENCIADORA, UserRole.ENGINEERING);
    play.judge(
        engineering,
        "rejectItems",
        approved,
        play.itemIds(engineering, approved).subList(0, 1),
        "Do it again.");
    State rejected =
        play.step(
            engineering, "rejectProtocol", approved, Map.of("reason", "The check was not done."));
    State resumed = play.step(technician(cast), "resumeProtocol", rejected);
    fill(
        cast,
        resumed,
        List.of(Map.of("checkbox", Map.of("result", "OK", "note", "Torqued twice"))));
    State again = play.look(technician(cast), resumed.id());
    return cast.approve(ProtocolType.C1, cast.submit(ProtocolType.C1, again));
  }

  private String contentHash(Cast cast, State protocol) {
    return cast.as(CompanyType.CLIENTE, UserRole.CLIENT)
        .document("query($id: ID!) { verifyProtocol(id: $id) { contentHash } }")
        .variable("id", protocol.id())
        .execute()
        .path("verifyProtocol.contentHash")
        .entity(String.class)
        .get();
  }

  @Test
  void tellsWhatIsOpen() {
    Pendencies.Scene scene = pendencies.scene();
    pendencies.raise(scene, "PB");
    String text = Documents.text(documents.of(scene.raiser(), scene.protocol().id()));
    assertThat(text)
        .contains("Open pendencies", "The flange leaks", "PB", "2026-01-31")
        .contains("Nobody has signed yet.", "No signature of round 1 was given yet.");
  }

  /** What no font knows is seen as a box; nothing fails. */
  @Test
  void printsWhatPeopleWrite() {
    Cast cast = play.cast();
    State protocol =
        protocol(cast, ItemDraft.of(ItemType.TEXT_MULTI), ItemDraft.of(ItemType.TEXT_MULTI));
    fill(
        cast,
        protocol,
        List.of(
            Map.of(
                "textMulti",
                Map.of("text", "Насос №5, Ωμέγα ≤ 3 Ω, cafe\u0301 ção; ⌀20 ✓ 泵😀 ﷽\nend")),
            Map.of("textMulti", Map.of("text", "W".repeat(2_000) + " " + "Q ".repeat(3_900)))));
    byte[] document = documents.of(technician(cast), protocol.id());
    String text = Documents.text(document);
    assertThat(text)
        .contains("Насос №5", "Ωμέγα ≤ 3 Ω", "café ção", "Ø20 √ □□ □", "end")
        .contains("W".repeat(40));
    assertThat(text.chars().filter(letter -> letter == 'W').count()).isBetween(2_000L, 2_020L);
    assertThat(text.chars().filter(letter -> letter == 'Q')).hasSize(3_900);
    List<String> pages = Documents.pages(document);
    assertThat(pages.size()).isGreaterThan(2);
    assertThat(pages).allSatisfy(page -> assertThat(page).containsPattern("of ?" + pages.size()));
  }
}
