package io.protoworks.template;

import io.protoworks.platform.Viewer;
import io.protoworks.testing.Fixture;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Templates for tests, straight into the database. */
@Fixture
public class Templates {
  private final JdbcClient database;

  Templates(JdbcClient database) {
    this.database = database;
  }

  /** What an item is made of. */
  public record ItemDraft(ItemType type, @Nullable String config, boolean required) {
    public static ItemDraft of(ItemType type) {
      return new ItemDraft(type, null, true);
    }

    public static ItemDraft check() {
      return of(ItemType.CHECKBOX_OK_NOK_NA);
    }

    public ItemDraft withConfig(String config) {
      return new ItemDraft(type, config, required);
    }

    public ItemDraft optional() {
      return new ItemDraft(type, config, false);
    }
  }

  /** A published version with these items; of an own code and, at C1, of an own discipline. */
  public UUID published(ProtocolType type, ItemDraft... items) {
    return published(type, List.of(items));
  }

  public UUID published(ProtocolType type, List<ItemDraft> items) {
    UUID template = draft(type, items);
    publish(template);
    return template;
  }

  public void publish(UUID template) {
    database
        .sql(
            "update template.protocol_templates set status = 'PUBLISHED', published_at = now(),"
                + " published_by = ? where id = ?")
        .params(Viewer.SYSTEM_USER, template)
        .update();
  }

  public UUID draft(ProtocolType type, List<ItemDraft> items) {
    String code = "T-" + UUID.randomUUID();
    UUID template =
        database
            .sql(
                """
                insert into template.protocol_templates (type, code, discipline_id, created_by, updated_by)
                values (:type::template.protocol_type, :code, :discipline, :system, :system) returning id
                """)
            .param("type", type.name())
            .param("code", code)
            .param("discipline", type == ProtocolType.C1 ? discipline() : null)
            .param("system", Viewer.SYSTEM_USER)
            .query(UUID.class)
            .single();
    for (int index = 0; index < items.size(); index++) {
      addItem(template, index + 1, items.get(index));
    }
    return template;
  }

  private void addItem(UUID template, int order, ItemDraft item) {
    database
        .sql(
            """
            insert into template.protocol_template_items
                   (protocol_template_id, code, description, "order", item_type, config, required, created_by, updated_by)
            values (:template, :code, :code, :order, :type::template.item_type, :config::jsonb, :required, :system,
                    :system)
            """)
        .param("template", template)
        .param("code", "I" + order)
        .param("order", order)
        .param("type", item.type().name())
        .param("config", item.config())
        .param("required", item.required())
        .param("system", Viewer.SYSTEM_USER)
        .update();
  }

  private UUID discipline() {
    String code = UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    return database
        .sql(
            "insert into identity.disciplines (name, code, legend) values (?, ?, 'X') returning id")
        .params("Discipline " + code, code)
        .query(UUID.class)
        .single();
  }
}
