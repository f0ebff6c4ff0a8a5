package io.protoworks.identity;

import io.protoworks.platform.TypeId;
import io.protoworks.testing.Fixture;
import io.protoworks.walk.Tenant;
import io.protoworks.walk.TenantPart;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A department with its tree, a profile, API keys, a discipline, and a login that failed. */
@Fixture
@Order(10)
class IdentityPart implements TenantPart {
  private final Departments departments;
  private final JdbcClient database;

  IdentityPart(Departments departments, JdbcClient database) {
    this.departments = departments;
    this.database = database;
  }

  @Override
  public void share(Map<String, String> shared) {
    UUID discipline =
        database
            .sql(
                "insert into identity.disciplines (name, code, legend)"
                    + " values ('Discipline', left(gen_random_uuid()::text, 8), 'X') returning id")
            .query(UUID.class)
            .single();
    shared.put("Discipline", new TypeId("discipline", discipline).toString());
  }

  @Override
  public void populate(Tenant tenant) {
    UUID site = departments.department(tenant.named("Site"), null);
    UUID workshop = departments.department(tenant.named("Workshop"), site);
    database
        .sql("update identity.departments set manager_id = ? where id in (?, ?)")
        .params(tenant.keeper().id(), site, workshop)
        .update();
    departments.join(tenant.keeper().id(), workshop);
    departments.join(tenant.colleague().id(), workshop);
    database
        .sql("update identity.users set discipline_id = ? where id = ?")
        .params(TypeId.parse(tenant.shared("Discipline")).uuid(), tenant.colleague().id())
        .update();
    tenant.does(
        "changeProfile",
        "expectedVersion: 0, displayName: \"%s\", avatarUrl: \"https://example.org/a.png\""
            .formatted(tenant.named("Profile")),
        "profile { id }");
    tenant.makes(
        "createApiKey", "apiKey", "name: \"%s\", scopes: []".formatted(tenant.named("Key")));
    tenant.does(
        "revokeApiKey",
        "id: \"%s\""
            .formatted(
                tenant.makes(
                    "createApiKey",
                    "apiKey",
                    "name: \"%s\", scopes: []".formatted(tenant.named("Old key")))),
        "apiKey { id }");
    tenant
        .api()
        .ask(
            null,
            "mutation { login(input: {email: \"%s\", password: \"wrong\"}) { errors { code } } }"
                .formatted(tenant.keeper().email()));
  }
}
