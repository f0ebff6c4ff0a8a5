package io.protoworks.plant;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.platform.TypeId;
import io.protoworks.testing.Fixture;
import io.protoworks.walk.Tenant;
import io.protoworks.walk.TenantPart;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;

/**
 * Who takes part in the project, and its hierarchy: of each level one in use and one that is not.
 */
@Fixture
@Order(30)
class PlantPart implements TenantPart {
  private final Plants plants;
  private final People people;

  PlantPart(Plants plants, People people) {
    this.plants = plants;
    this.people = people;
  }

  @Override
  public void populate(Tenant tenant) {
    UUID manager = people.company(CompanyType.GERENCIADORA, tenant.named("Manager"));
    plants.participant(tenant.projectId(), manager, CompanyType.GERENCIADORA);
    People.SignedIn member =
        people.user(
            draft ->
                draft
                    .withCompany(manager)
                    .withName(tenant.named("member"))
                    .withRole(UserRole.ENGINEERING));
    plants.member(tenant.projectId(), member.id(), "MANAGER");
    tenant.does(
        "addFavorite", "projectId: \"%s\"".formatted(tenant.projectGlobalId()), "project { id }");
    String[] levels = hierarchy(tenant, "1");
    for (String id : levels) {
      tenant.remember(TypeId.parse(id).prefix(), id);
    }
    tenant.remember("tagId", tenant.named("P-1"));
    retire(tenant, hierarchy(tenant, "2"));
  }

  private static String[] hierarchy(Tenant tenant, String number) {
    String area = branch(tenant, "area", "projectId", tenant.projectGlobalId(), number);
    String system = branch(tenant, "system", "areaId", area, number);
    String subsystem = branch(tenant, "subsystem", "systemId", system, number);
    String equipment =
        tenant.makes(
            "createEquipment",
            "equipment",
            "subsystemId: \"%s\", tagId: \"%s\", application: \"%s\", disciplineId: \"%s\""
                .formatted(
                    subsystem,
                    tenant.named("P-" + number),
                    tenant.named("Pump"),
                    tenant.shared("Discipline")));
    return new String[] {equipment, subsystem, system, area};
  }

  private static String branch(
      Tenant tenant, String noun, String parentField, String parent, String number) {
    String type = Character.toUpperCase(noun.charAt(0)) + noun.substring(1);
    return tenant.makes(
        "create" + type,
        noun,
        "%s: \"%s\", code: \"%s-%s\", name: \"%s\", description: \"%s\""
            .formatted(
                parentField,
                parent,
                tenant.mark(),
                number,
                tenant.named(type),
                tenant.named("About")));
  }

  private static void retire(Tenant tenant, String... ids) {
    for (String id : ids) {
      String noun = TypeId.parse(id).prefix();
      String type = Character.toUpperCase(noun.charAt(0)) + noun.substring(1);
      tenant.does(
          "deactivate" + type, "id: \"%s\", expectedVersion: 1".formatted(id), noun + " { id }");
    }
  }

  @Override
  public void widen(Tenant tenant) {
    plants.project(
        draft ->
            draft
                .withCode(tenant.mark() + "-2")
                .withName(tenant.named("Second project"))
                .withClient(tenant.keeper().companyId())
                .withOwner(tenant.keeper().id()));
    UUID fitters = people.company(CompanyType.MONTADORA, tenant.named("Fitters"));
    plants.participant(tenant.projectId(), fitters, CompanyType.MONTADORA);
    plants.member(tenant.projectId(), tenant.colleague().id());
    plants.tag(tenant.projectId(), tenant.named("Second label"));
    for (String area : List.of("W1", "W2")) {
      UUID areaId = plants.area(tenant.projectId(), area);
      for (String system : List.of(area + "1", area + "2")) {
        UUID systemId = plants.system(areaId, system);
        for (String subsystem : List.of(system + "1", system + "2")) {
          UUID subsystemId = plants.subsystem(systemId, subsystem);
          plants.equipment(subsystemId, subsystem + "-A", "Valve");
          plants.equipment(subsystemId, subsystem + "-B", "Pump");
        }
      }
    }
  }
}
