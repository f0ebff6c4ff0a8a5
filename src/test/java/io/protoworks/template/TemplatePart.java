package io.protoworks.template;

import io.protoworks.platform.TypeId;
import io.protoworks.template.Templates.ItemDraft;
import io.protoworks.testing.Fixture;
import io.protoworks.walk.Tenant;
import io.protoworks.walk.TenantPart;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two published versions of a template, which whoever is signed in may read. The second asks for a
 * check first, and then for one item of each type; the first asks for that check in other words,
 * and for something else.
 */
@Fixture
@Order(50)
class TemplatePart implements TenantPart {
  private final Templates templates;
  private final JdbcClient database;

  TemplatePart(Templates templates, JdbcClient database) {
    this.templates = templates;
    this.database = database;
  }

  @Override
  public void share(Map<String, String> shared) {
    UUID discipline = TypeId.parse(Objects.requireNonNull(shared.get("Discipline"))).uuid();
    String code = "T-" + UUID.randomUUID();
    UUID first =
        templates.published(
            ProtocolType.C2,
            draft -> draft.withCode(code).withDiscipline(discipline).withDescription("Wiring"),
            List.of(
                item(ItemType.CHECKBOX_OK_NOK_NA).withCode("I1"),
                ItemDraft.check().withCode("GONE")));
    UUID second =
        templates.published(
            ProtocolType.C2,
            draft ->
                draft
                    .withCode(code)
                    .withVersion(2, first)
                    .withDiscipline(discipline)
                    .withDescription("Continuity"),
            Stream.concat(
                    Stream.of(ItemDraft.check()),
                    Arrays.stream(ItemType.values()).map(TemplatePart::item))
                .toList());
    shared.put("ProtocolTemplate", new TypeId("protocol_template", second).toString());
    shared.put("PreviousProtocolTemplate", new TypeId("protocol_template", first).toString());
    shared.put(
        "ProtocolTemplateItem", new TypeId("protocol_template_item", firstItem(second)).toString());
  }

  private static ItemDraft item(ItemType type) {
    return switch (type) {
      case CHECKBOX_OK_NOK_NA ->
          ItemDraft.of(type).withConfig("{\"labels\": {\"ok\": \"Tight\", \"nok\": \"Loose\"}}");
      case NUMBER_RANGE ->
          ItemDraft.of(type)
              .withConfig(
                  """
                  {"unit": "mA", "points": [{"point": "0%", "min": "3.90", "max": "4.10"}]}
                  """);
      default -> ItemDraft.of(type);
    };
  }

  private UUID firstItem(UUID template) {
    return database
        .sql(
            """
            select id from template.protocol_template_items where protocol_template_id = ? and "order" = 1
            """)
        .param(template)
        .query(UUID.class)
        .single();
  }

  @Override
  public void populate(Tenant tenant) {}
}
