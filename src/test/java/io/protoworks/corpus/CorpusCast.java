package io.protoworks.corpus;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Plants;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Sites.Site;
import io.protoworks.testing.Fixture;
import io.protoworks.walk.Tenant;
import java.sql.ResultSet;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The companies that take part in the project of the corpus, and who acts for them. */
@Fixture
public class CorpusCast {
  private final Play play;
  private final People people;
  private final Plants plants;
  private final JdbcClient database;

  CorpusCast(Play play, People people, Plants plants, JdbcClient database) {
    this.play = play;
    this.people = people;
    this.plants = plants;
    this.database = database;
  }

  Cast make(Tenant tenant) {
    UUID commissioners = people.company(CompanyType.COMISSIONADORA, tenant.named("Commissioners"));
    plants.participant(tenant.projectId(), commissioners, CompanyType.COMISSIONADORA);
    Map<CompanyType, UUID> companies = new EnumMap<>(CompanyType.class);
    companies.put(CompanyType.CLIENTE, tenant.keeper().companyId());
    database
        .sql("select company_role, company_id from plant.project_companies where project_id = ?")
        .param(tenant.projectId())
        .query(
            (ResultSet row) -> {
              CompanyType part = CompanyType.valueOf(row.getString("company_role"));
              companies.put(part, row.getObject("company_id", UUID.class));
            });
    UUID subsystem = subsystem(tenant, "W111");
    UUID system = system(subsystem);
    Cast cast = play.cast(new Site(tenant.projectId(), system, subsystem, companies));
    act(cast, tenant, CompanyType.MONTADORA, UserRole.TECHNICIAN);
    act(cast, tenant, CompanyType.MONTADORA, UserRole.MANAGER);
    act(cast, tenant, CompanyType.COMISSIONADORA, UserRole.MANAGER);
    act(cast, tenant, CompanyType.GERENCIADORA, UserRole.ENGINEERING);
    act(cast, tenant, CompanyType.CLIENTE, UserRole.CLIENT);
    return cast;
  }

  private void act(Cast cast, Tenant tenant, CompanyType part, UserRole role) {
    String name = "%s of %s".formatted(role, part);
    cast.with(
        part,
        role,
        people.user(
            draft ->
                draft
                    .withCompany(cast.site().company(part))
                    .withRole(role)
                    .withName(tenant.named(name))
                    .withEmail(
                        "%s-%s@%s.example"
                            .formatted(role, part, tenant.mark())
                            .toLowerCase(Locale.ROOT))));
  }

  private UUID subsystem(Tenant tenant, String code) {
    return database
        .sql("select id from plant.subsystems where project_id = ? and code = ?")
        .params(tenant.projectId(), code)
        .query(UUID.class)
        .single();
  }

  private UUID system(UUID subsystem) {
    return database
        .sql("select system_id from plant.subsystems where id = ?")
        .param(subsystem)
        .query(UUID.class)
        .single();
  }

  UUID equipment(Tenant tenant, String tagId) {
    return database
        .sql("select id from plant.equipments where project_id = ? and tag_id = ?")
        .params(tenant.projectId(), tagId)
        .query(UUID.class)
        .single();
  }
}
