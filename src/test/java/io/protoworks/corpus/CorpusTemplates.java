package io.protoworks.corpus;

import io.protoworks.platform.TypeId;
import io.protoworks.template.ProtocolType;
import io.protoworks.template.Templates;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Fixture;
import io.protoworks.walk.Tenant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Templates of the corpus: one with an item of every type in three versions, and small ones for the
 * stages.
 */
@Fixture
public class CorpusTemplates {
  private static final String EVERY_TYPE =
      """
      [
        {code: "TIGHT", description: "Are all bolts tight?", helpText: "By hand", config: {checkbox: {
          naRequiresNote: true, nokDefaultType: PA, labels: {ok: "Tight", nok: "Loose"}
        }}}
        {code: "SERIAL", description: "Serial number", config: {textSingle: {
          minLength: 2, maxLength: 20, pattern: "[A-Z0-9-]+"
        }}}
        {code: "REMARKS", description: "Remarks", required: false, config: {textMulti: {maxLength: 500}}}
        {code: "VOLTAGE", description: "Voltage", config: {number: {
          unit: "V", decimals: 2, hardMin: "0", hardMax: "1000", instrumentRequired: true, naAllowed: true
        }}}
        {code: "LOOP", description: "Current of the loop", config: {numberRange: {
          unit: "mA", decimals: 2, instrumentRequired: true, outOfRange: REQUIRE_PENDENCY
          points: [{point: "0%", min: "3.9", max: "4.1"}, {point: "100%", min: "19.9", max: "20.1"}]
        }}}
        {code: "PHOTOS", description: "Before and after", config: {photoCapture: {maxPhotos: 4, beforeAfter: true}}}
        {code: "DAY", description: "Day of the test", config: {date: {notFuture: true, earliest: "2020-01-01"}}}
        {code: "SIGNED", description: "Done as described", config: {signature: {
          companyTypes: [MONTADORA], roles: [TECHNICIAN], meaning: "I did it"
        }}}
      ]
      """;

  private final Templates templates;

  CorpusTemplates(Templates templates) {
    this.templates = templates;
  }

  /** The templates that protocols of the corpus are made from. */
  record Made(UUID everyType, UUID check, UUID energizing, UUID running) {}

  Made make(Tenant tenant) {
    String first =
        tenant.makes(
            "createProtocolTemplate",
            "protocolTemplate",
            "code: \"%s-C1\", type: C1, description: \"Mechanical completion\", disciplineId: \"%s\", items: %s"
                .formatted(tenant.mark(), tenant.shared("Discipline"), EVERY_TYPE));
    String second = next(tenant, publish(tenant, first));
    String third = next(tenant, publish(tenant, second));
    tenant.remember("templateOfEveryType", second);
    tenant.remember("templateDraft", third);
    tenant.remember("templateCode", tenant.mark() + "-C1");
    return new Made(
        TypeId.parse(second).uuid(),
        small(tenant, ProtocolType.C1, "CHECK", ItemDraft.check()),
        small(
            tenant,
            ProtocolType.C2,
            "ENERGIZE",
            ItemDraft.check().withConfig("{\"energization\": true}")),
        small(tenant, ProtocolType.C3, "RUN", ItemDraft.check()));
  }

  private static String publish(Tenant tenant, String template) {
    return id(tenant, "publishProtocolTemplate", template, 1);
  }

  private static String next(Tenant tenant, String published) {
    return id(tenant, "createProtocolTemplateVersion", published, 2);
  }

  private static String id(Tenant tenant, String mutation, String template, int version) {
    JsonNode payload =
        tenant.does(
            mutation,
            "id: \"%s\", expectedVersion: %d".formatted(template, version),
            "protocolTemplate { id }");
    return payload.at("/protocolTemplate/id").asString();
  }

  private UUID small(Tenant tenant, ProtocolType stage, String code, ItemDraft item) {
    return templates.published(
        stage,
        draft ->
            draft
                .withCode("%s-%s".formatted(tenant.mark(), code))
                .withDescription("Template " + code)
                .withDiscipline(TypeId.parse(tenant.shared("Discipline")).uuid()),
        List.of(item));
  }
}
