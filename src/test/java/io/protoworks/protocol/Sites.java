package io.protoworks.protocol;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Plants;
import io.protoworks.testing.Fixture;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Projects in which every kind of company takes part, with people who can sign. */
@Fixture
public class Sites {
  private final JdbcClient database;
  private final People people;
  private final Plants plants;

  Sites(JdbcClient database, People people, Plants plants) {
    this.database = database;
    this.people = people;
    this.plants = plants;
  }

  /** A project, a subsystem of it, and its companies by their part. */
  public record Site(
      UUID projectId, UUID systemId, UUID subsystemId, Map<CompanyType, UUID> companies) {
    public UUID company(CompanyType part) {
      return companies.getOrDefault(part, new UUID(0, 0));
    }
  }

  /** All parts are taken. */
  public Site site() {
    return site(EnumSet.allOf(CompanyType.class));
  }

  /** All parts are taken but this one: its company is there, and has nothing to do with it. */
  public Site siteWithout(CompanyType absent) {
    return site(EnumSet.complementOf(EnumSet.of(absent)));
  }

  private Site site(Set<CompanyType> taken) {
    Map<CompanyType, UUID> companies = new EnumMap<>(CompanyType.class);
    for (CompanyType part : CompanyType.values()) {
      companies.put(part, people.company(part));
    }
    UUID project = plants.projectOf(companies.getOrDefault(CompanyType.CLIENTE, new UUID(0, 0)));
    companies.forEach(
        (part, company) -> {
          if (part != CompanyType.CLIENTE && taken.contains(part)) {
            plants.participant(project, company, part);
          }
        });
    UUID system = plants.system(plants.area(project, "A1"), "S1");
    return new Site(project, system, plants.subsystem(system, "SS1"), companies);
  }

  /** Somebody of the company that takes this part, with a signature to sign with. */
  public People.SignedIn person(Site site, CompanyType part, UserRole role) {
    return signing(people.user(draft -> draft.withRole(role).withCompany(site.company(part))));
  }

  /** The same person, with an image of their signature. */
  public People.SignedIn signing(People.SignedIn person) {
    String path = "signatures/" + person.id();
    database
        .sql("update identity.users set signature_image_path = ? where id = ?")
        .params(path, person.id())
        .update();
    database
        .sql(
            """
            insert into attachment.attachments
                   (entity_type, entity_id, file_path, file_name, file_type, file_size, sha256, uploaded_by)
            values ('user_signature', :user, :path, 'signature.png', 'image/png', 1, repeat('0', 64), :user)
            """)
        .param("user", person.id())
        .param("path", path)
        .update();
    return person;
  }
}
