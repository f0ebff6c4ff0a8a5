package io.protoworks.identity;

import io.protoworks.platform.TypeId;
import io.protoworks.testing.Fixture;
import io.protoworks.walk.Tenant;
import io.protoworks.walk.TenantPart;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A department with its tree, a profile, API keys, a discipline, and a login that failed. */
@Fixture
@Order(10)
class IdentityPart implements TenantPart {
  private final People people;
  private final Departments departments;
  private final JdbcClient database;

  IdentityPart(People people, Departments departments, JdbcClient database) {
    this.people = people;
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
    tenant.remember("department", Departments.id(site));
    tenant.remember("email", tenant.keeper().email());
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
    tenant.remember(
        "apiKey",
        tenant.makes(
            "createApiKey", "apiKey", "name: \"%s\", scopes: []".formatted(tenant.named("Key"))));
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

  @Override
  public void widen(Tenant tenant) {
    UUID site = TypeId.parse(tenant.remembered().getOrDefault("department", "")).uuid();
    for (String name : List.of("fitter A", "fitter B", "fitter C")) {
      UUID fitter =
          people
              .user(
                  draft ->
                      draft
                          .withCompany(tenant.keeper().companyId())
                          .withName(tenant.named(name))
                          .withEmail(
                              "%s@%s.example"
                                  .formatted(name.replace(' ', '-'), tenant.mark())
                                  .toLowerCase(Locale.ROOT)))
              .id();
      departments.join(fitter, departments.department(tenant.named("Team of " + name), site));
    }
  }
}
