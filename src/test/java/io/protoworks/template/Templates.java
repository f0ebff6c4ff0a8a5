package io.protoworks.template;

import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import io.protoworks.testing.Fixture;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Templates for tests, straight into the database. What a draft does not say is valid and its own;
 * where no item is named, it asks for one check.
 */
@Fixture
public class Templates {
  private final JdbcClient database;

  Templates(JdbcClient database) {
    this.database = database;
  }

  /** What a version is made of; at C1 a discipline of its own is added where none is named. */
  public record TemplateDraft(
      ProtocolType type,
      String code,
      int version,
      @Nullable String description,
      @Nullable UUID disciplineId,
      @Nullable UUID previousId) {
    public TemplateDraft withCode(String code) {
      return new TemplateDraft(type, code, version, description, disciplineId, previousId);
    }

    public TemplateDraft withVersion(int version, @Nullable UUID previousId) {
      return new TemplateDraft(type, code, version, description, disciplineId, previousId);
    }

    public TemplateDraft withDescription(String description) {
      return new TemplateDraft(type, code, version, description, disciplineId, previousId);
    }

    public TemplateDraft withDiscipline(UUID disciplineId) {
      return new TemplateDraft(type, code, version, description, disciplineId, previousId);
    }
  }

  /** What an item is made of; its code is I and its place where none is named. */
  public record ItemDraft(
      ItemType type, @Nullable String code, @Nullable String config, boolean required) {
    public static ItemDraft of(ItemType type) {
      return new ItemDraft(type, null, null, true);
    }

    public static ItemDraft check() {
      return of(ItemType.CHECKBOX_OK_NOK_NA);
    }

    public ItemDraft withCode(String code) {
      return new ItemDraft(type, code, config, required);
    }

    public ItemDraft withConfig(String config) {
      return new ItemDraft(type, code, config, required);
    }

    public ItemDraft optional() {
      return new ItemDraft(type, code, config, false);
    }
  }

  /** A published version with these items. */
  public UUID published(ProtocolType type, ItemDraft... items) {
    return published(type, List.of(items));
  }

  public UUID published(ProtocolType type, List<ItemDraft> items) {
    return published(type, draft -> draft, items);
  }

  public UUID published(
      ProtocolType type, UnaryOperator<TemplateDraft> changes, List<ItemDraft> items) {
    UUID template = draft(type, changes, items);
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

  public void deactivate(UUID template) {
    database
        .sql("update template.protocol_templates set is_active = false where id = ?")
        .param(template)
        .update();
  }

  /** As if a protocol had been released from it. */
  public void freeze(UUID template) {
    database
        .sql("update template.protocol_templates set frozen_at = now() where id = ?")
        .param(template)
        .update();
  }

  public UUID draft(ProtocolType type, List<ItemDraft> items) {
    return draft(type, draft -> draft, items);
  }

  public UUID draft(
      ProtocolType type, UnaryOperator<TemplateDraft> changes, List<ItemDraft> items) {
    TemplateDraft draft =
        changes.apply(new TemplateDraft(type, "T-" + UUID.randomUUID(), 1, null, null, null));
    UUID discipline =
        draft.disciplineId() == null && type == ProtocolType.C1
            ? discipline()
            : draft.disciplineId();
    UUID template =
        database
            .sql(
                """
                insert into template.protocol_templates
                       (type, code, version, description, discipline_id, previous_id, created_by, updated_by)
                values (:type::template.protocol_type, :code, :version, :description, :discipline, :previous, :system,
                        :system)
                returning id
                """)
            .param("type", type.name())
            .param("code", draft.code())
            .param("version", draft.version())
            .param("description", draft.description())
            .param("discipline", discipline)
            .param("previous", draft.previousId())
            .param("system", Viewer.SYSTEM_USER)
            .query(UUID.class)
            .single();
    List<ItemDraft> asked = items.isEmpty() ? List.of(ItemDraft.check()) : items;
    for (int index = 0; index < asked.size(); index++) {
      addItem(template, index + 1, asked.get(index));
    }
    return template;
  }

  /** Adds an item at this place. */
  public UUID addItem(UUID template, int order, ItemDraft item) {
    String code = item.code() == null ? "I" + order : item.code();
    return database
        .sql(
            """
            insert into template.protocol_template_items
                   (protocol_template_id, code, description, "order", item_type, config, required, created_by, updated_by)
            values (:template, :code, 'Item ' || :code, :order, :type::template.item_type, :config::jsonb, :required,
                    :system, :system)
            returning id
            """)
        .param("template", template)
        .param("code", code)
        .param("order", order)
        .param("type", item.type().name())
        .param("config", item.config())
        .param("required", item.required())
        .param("system", Viewer.SYSTEM_USER)
        .query(UUID.class)
        .single();
  }

  /** A discipline of its own for this test. */
  public UUID discipline() {
    String code = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    return database
        .sql(
            "insert into identity.disciplines (name, code, legend) values (?, ?, 'X') returning id")
        .params("Discipline " + code, code)
        .query(UUID.class)
        .single();
  }

  public String codeOf(UUID template) {
    return database
        .sql("select code from template.protocol_templates where id = ?")
        .param(template)
        .query(String.class)
        .single();
  }

  /** Everything of a code, header and items, to see that nothing has changed. */
  public List<String> state(String code) {
    return database
        .sql(
            """
            select to_jsonb(template)::text
              from template.protocol_templates template
             where template.code = :code
            union all
            select to_jsonb(item)::text
              from template.protocol_template_items item
              join template.protocol_templates template on template.id = item.protocol_template_id
             where template.code = :code
             order by 1
            """)
        .param("code", code)
        .query((row, index) -> row.getString(1))
        .list();
  }

  public static String globalId(UUID template) {
    return new TypeId("protocol_template", template).toString();
  }
}
