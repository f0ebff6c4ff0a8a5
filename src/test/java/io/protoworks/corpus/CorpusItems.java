package io.protoworks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.attachment.Uploads;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Mutations;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ItemType;
import io.protoworks.testing.Api;
import io.protoworks.testing.Fixture;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.graphql.test.tester.GraphQlTester;
import tools.jackson.databind.JsonNode;

/** Fills protocols that have an item of every type. */
@Fixture
public class CorpusItems {
  private final Api api;
  private final Play play;
  private final Uploads uploads;

  CorpusItems(Api api, Play play, Uploads uploads) {
    this.api = api;
    this.play = play;
    this.uploads = uploads;
  }

  /**
   * A value for every item; the check has this result, and of NOK a reading is beyond its limits.
   */
  State fill(Cast cast, State protocol, String result) {
    People.SignedIn technician = cast.person(CompanyType.MONTADORA, UserRole.TECHNICIAN);
    GraphQlTester asking = api.as(technician.token());
    String instrument = instrument(asking, protocol, "Multimeter");
    instrument(asking, protocol, "Camera");
    List<Map<String, Object>> filled =
        items(technician, protocol).stream()
            .<Map<String, Object>>map(
                item ->
                    Map.of(
                        "id", item.path("id").asString(),
                        "expectedVersion", item.path("version").asInt(),
                        "value", value(technician, item, result, instrument)))
            .toList();
    GraphQlTester.Response response = play.fill(asking, protocol, filled).execute();
    for (String path : List.of("fillItems.errors", "fillItems.results[*].errors")) {
      response
          .path(path + "[*].message")
          .entityList(String.class)
          .satisfies(messages -> assertThat(messages).isEmpty());
    }
    return play.look(asking, protocol.id());
  }

  private static String instrument(GraphQlTester asking, State protocol, String name) {
    return Mutations.ask(
            asking,
            "addProtocolInstrument",
            "instrument { id }",
            Map.of(
                "protocolId",
                protocol.id(),
                "name",
                name,
                "serialNumber",
                "SN-" + name,
                "certificateNumber",
                "C-" + name,
                "calibratedOn",
                "2026-01-01",
                "calibrationDueOn",
                "2099-12-31"))
        .execute()
        .path("addProtocolInstrument.instrument.id")
        .entity(String.class)
        .get();
  }

  private List<JsonNode> items(People.SignedIn technician, State protocol) {
    return api.ask(
            technician.token(),
            "query($id: ID!) { node(id: $id) { ... on Protocol { items { id version itemType } } } }",
            Map.of("id", protocol.id()))
        .at("/data/node/items")
        .valueStream()
        .toList();
  }

  private Map<String, Object> value(
      People.SignedIn technician, JsonNode item, String result, String instrument) {
    return switch (ItemType.valueOf(item.path("itemType").asString())) {
      case CHECKBOX_OK_NOK_NA -> Map.of("checkbox", Map.of("result", result, "note", "As seen"));
      case TEXT_SINGLE -> Map.of("textSingle", Map.of("text", "SN-4711", "note", "On the plate"));
      case TEXT_MULTI -> Map.of("textMulti", Map.of("text", "Ran for an hour.\nNo noise."));
      case NUMBER ->
          Map.of("number", Map.of("number", "12.50", "unit", "V", "instrumentId", instrument));
      case NUMBER_RANGE ->
          Map.of(
              "numberRange",
              Map.of(
                  "readings",
                  List.of(
                      Map.of("point", "0%", "number", result.equals("NOK") ? "4.21" : "4.01"),
                      Map.of("point", "100%", "number", "19.98")),
                  "unit",
                  "mA",
                  "instrumentId",
                  instrument));
      case PHOTO_CAPTURE ->
          Map.of(
              "photoCapture",
              Map.of(
                  "photos",
                  Stream.of("BEFORE", "AFTER")
                      .map(kind -> photo(technician, item.path("id").asString(), kind))
                      .toList()));
      case DATE -> Map.of("date", Map.of("date", "2026-02-03"));
      case SIGNATURE -> Map.of("signature", Map.of("note", "As described"));
    };
  }

  private Map<String, Object> photo(People.SignedIn technician, String item, String kind) {
    String attachment =
        Mutations.ask(
                api.as(technician.token()),
                "addItemAttachment",
                "attachment { id }",
                Map.of(
                    "itemId", item, "uploadId", uploads.photo(technician.token(), kind + ".png")))
            .execute()
            .path("addItemAttachment.attachment.id")
            .entity(String.class)
            .get();
    return Map.of(
        "attachmentId",
        attachment,
        "takenAt",
        "2026-02-03T09:30:00Z",
        "geo",
        Map.of("latitude", "-22.9", "longitude", "-43.2"),
        "kind",
        kind);
  }
}
