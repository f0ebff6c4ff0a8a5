package io.protoworks.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import tools.jackson.databind.JsonNode;

/** The values that a technician of the demo plant gives to the items of a protocol. */
final class DemoValues {
  private static final Resource PHOTO = new ClassPathResource("demo/photo.jpg");

  private final DemoClient technician;
  private final String protocolId;
  private final LocalDate today;

  DemoValues(DemoClient technician, String protocolId, LocalDate today) {
    this.technician = technician;
    this.protocolId = protocolId;
    this.today = today;
  }

  private static String type(JsonNode item) {
    return item.path("itemType").asString();
  }

  private String instrument() {
    return technician
        .mutate(
            "mutation($input: AddProtocolInstrumentInput!) { addProtocolInstrument(input: $input)"
                + " { instrument { id } errors { message } } }",
            Map.of(
                "protocolId",
                protocolId,
                "name",
                "Loop calibrator",
                "serialNumber",
                "LC-0417",
                "certificateNumber",
                "RBC-88210",
                "calibratedOn",
                today.minusMonths(2).toString(),
                "calibrationDueOn",
                today.plusMonths(10).toString()))
        .at("/addProtocolInstrument/instrument/id")
        .asString();
  }

  /** One that passes, or one that does not. */
  Map<String, Object> value(JsonNode item, boolean fails) throws IOException {
    return switch (type(item)) {
      case "CHECKBOX_OK_NOK_NA" -> Map.of("checkbox", Map.of("result", fails ? "NOK" : "OK"));
      case "NUMBER" -> Map.of("number", Map.of("number", number(item), "unit", unit(item)));
      case "NUMBER_RANGE" ->
          Map.of(
              "numberRange",
              Map.of(
                  "readings",
                  List.of(
                      reading("0%", "4.01"),
                      reading("50%", fails ? "12.40" : "12.02"),
                      reading("100%", "19.98")),
                  "unit",
                  "mA",
                  "instrumentId",
                  instrument()));
      case "PHOTO_CAPTURE" ->
          Map.of("photoCapture", Map.of("photos", List.of(Map.of("attachmentId", photo(item)))));
      case "DATE" -> Map.of("date", Map.of("date", today.toString()));
      default -> Map.of("textMulti", Map.of("text", "Ran for 72 hours without a trip"));
    };
  }

  private static String number(JsonNode item) {
    return item.at("/templateItem/code").asString().equals("3.2") ? "2.1" : "520.00";
  }

  private static String unit(JsonNode item) {
    return item.at("/templateItem/code").asString().equals("3.2") ? "mm/s" : "MOhm";
  }

  private static Map<String, String> reading(String point, String number) {
    return Map.of("point", point, "number", number);
  }

  private String photo(JsonNode item) throws IOException {
    return technician
        .mutate(
            "mutation($input: AddItemAttachmentInput!) { addItemAttachment(input: $input)"
                + " { attachment { id } errors { message } } }",
            Map.of(
                "itemId",
                item.path("id").asString(),
                "uploadId",
                technician.upload("connections.jpg", "image/jpeg", "ATTACHMENT", PHOTO)))
        .at("/addItemAttachment/attachment/id")
        .asString();
  }
}
