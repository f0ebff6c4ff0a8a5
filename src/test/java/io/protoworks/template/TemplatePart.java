package io.protoworks.template;

import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import io.protoworks.testing.Fixture;
import io.protoworks.walk.Tenant;
import io.protoworks.walk.TenantPart;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two published versions of a template, which whoever is signed in may read. */
@Fixture
@Order(50)
class TemplatePart implements TenantPart {
  private final JdbcClient database;

  TemplatePart(JdbcClient database) {
    this.database = database;
  }

  @Override
  public void share(Map<String, String> shared) {
    UUID discipline = TypeId.parse(Objects.requireNonNull(shared.get("Discipline"))).uuid();
    String code = "T-" + UUID.randomUUID();
    UUID first = version(code, 1, discipline, null);
    item(first);
    publish(first);
    UUID second = version(code, 2, discipline, first);
    UUID item = item(second);
    publish(second);
    shared.put("ProtocolTemplate", new TypeId("protocol_template", second).toString());
    shared.put("ProtocolTemplateItem", new TypeId("protocol_template_item", item).toString());
  }

  @Override
  public void populate(Tenant tenant) {}

  private UUID version(String code, int version, UUID discipline, @Nullable UUID previous) {
    return database
        .sql(
            """
            insert into template.protocol_templates
                   (type, code, version, description, discipline_id, previous_id, created_by, updated_by)
            values ('C1', :code, :version, 'Continuity', :discipline, :previous, :system, :system)
            returning id
            """)
        .param("code", code)
        .param("version", version)
        .param("discipline", discipline)
        .param("previous", previous)
        .param("system", Viewer.SYSTEM_USER)
        .query(UUID.class)
        .single();
  }

  private UUID item(UUID template) {
    return database
        .sql(
            """
            insert into template.protocol_template_items
                   (protocol_template_id, code, description, help_text, "order", item_type, config, created_by,
                    updated_by)
            values (:template, 'I-1', 'Is it tight?', 'By hand', 1, 'CHECKBOX_OK_NOK_NA', '{}', :system, :system)
            returning id
            """)
        .param("template", template)
        .param("system", Viewer.SYSTEM_USER)
        .query(UUID.class)
        .single();
  }

  private void publish(UUID template) {
    database
        .sql(
            "update template.protocol_templates set status = 'PUBLISHED', published_at = now(),"
                + " published_by = ? where id = ?")
        .params(Viewer.SYSTEM_USER, template)
        .update();
  }
}
