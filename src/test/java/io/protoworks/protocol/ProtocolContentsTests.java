package io.protoworks.protocol;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.platform.CanonicalJson;
import io.protoworks.platform.Json;
import io.protoworks.protocol.ProtocolContents.ContentItem;
import io.protoworks.template.ItemType;
import io.protoworks.template.ProtocolType;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a signature is for must never change its form: the hashes of all that was signed before
 * would no longer hold. The hash was computed of the text below with another program.
 */
class ProtocolContentsTests {
  private static final OffsetDateTime FILLED =
      OffsetDateTime.of(2026, 2, 3, 10, 15, 30, 123_456_000, ZoneOffset.UTC);

  @Test
  void haveTheFormInWhichTheyWereAlwaysSigned() {
    CanonicalJson signed =
        ProtocolContents.canonical(
            protocol(),
            List.of(id(0x11), id(0x12)),
            List.of(
                new ContentItem(
                    "1.1",
                    ItemType.NUMBER,
                    new Json(
                        """
                        {"v": 1, "na": false, "note": "a \\"dry\\" day\\n\\u20ac", "unit": "MOhm",
                         "number": "12.50", "instrumentId": null}
                        """),
                    ItemOutcome.INFO,
                    id(6),
                    FILLED),
                new ContentItem("1.2", ItemType.CHECKBOX_OK_NOK_NA, null, null, null, null)));
    assertThat(signed.text())
        .isEqualTo(
            """
            {"equipmentIds":["01900000-0000-7000-8000-000000000011",\
            "01900000-0000-7000-8000-000000000012"],\
            "executorCompanyId":"01900000-0000-7000-8000-000000000005",\
            "id":"01900000-0000-7000-8000-000000000001",\
            "items":[{"code":"1.1","filledAt":"2026-02-03T10:15:30.123456Z",\
            "filledBy":"01900000-0000-7000-8000-000000000006",\
            "itemType":"NUMBER","outcome":"INFO",\
            "value":{"instrumentId":null,"na":false,"note":"a \\"dry\\" day\\n€",\
            "number":"12.50","unit":"MOhm","v":1}},\
            {"code":"1.2","filledAt":null,"filledBy":null,\
            "itemType":"CHECKBOX_OK_NOK_NA","outcome":null,"value":null}],\
            "number":7,"round":2,"stage":"C2",\
            "subsystemId":"01900000-0000-7000-8000-000000000004",\
            "templateId":"01900000-0000-7000-8000-000000000003"}""");
    assertThat(signed.sha256())
        .isEqualTo("b104c7233a96b620f5b49b110a7560014167da9ec5cff686ca35675af5f31a52");
  }

  /** Nothing that was signed is nothing to rely on. */
  @ParameterizedTest
  @CsvSource({
    "SUBMITTED, true, ''",
    "APPROVED, false, APPROVED",
    "VALIDATED, false, APPROVED VALIDATED",
    "FINALIZED, false, APPROVED VALIDATED FINALIZED",
    "REJECTED, true, ''"
  })
  void areNotIntactWithoutTheSignaturesOfTheirStatus(
      ProtocolStatus status, boolean isIntact, String missing) {
    ProtocolVerification verified =
        ProtocolVerification.of(protocol(status), "0".repeat(64), List.of());
    assertThat(verified.isIntact()).isEqualTo(isIntact);
    assertThat(verified.missingSignatures().stream().map(Enum::name).collect(joining(" ")))
        .isEqualTo(missing);
  }

  private static UUID id(int last) {
    return UUID.fromString("01900000-0000-7000-8000-0000000000%02x".formatted(last));
  }

  private static Protocol protocol() {
    return protocol(ProtocolStatus.SUBMITTED);
  }

  private static Protocol protocol(ProtocolStatus status) {
    return new Protocol(
        id(1),
        7,
        id(3),
        ProtocolType.C2,
        id(2),
        id(4),
        status,
        2,
        id(5),
        null,
        null,
        false,
        1,
        2,
        3,
        FILLED,
        null,
        true,
        9,
        FILLED,
        FILLED,
        id(6),
        id(6));
  }
}
