package io.protoworks.walk;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.Rights;
import io.protoworks.identity.UserRole;
import io.protoworks.platform.Permission;
import io.protoworks.platform.PermissionSource;
import io.protoworks.platform.TypeId;
import io.protoworks.testing.Api;
import io.protoworks.testing.Fixture;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.JsonNode;

/** Tenants that have one of everything. */
@Fixture
public class Tenants {
  /** Who has one of these sees what belongs to no project, whosever it is. */
  private static final Set<String> OPENS_THE_DIRECTORY =
      Set.of("users.read", "users.write", "roles.write", "departments.write", "security.read");

  private final Api api;
  private final People people;
  private final Rights rights;
  private final ObjectProvider<PermissionSource> permissions;
  private final ObjectProvider<TenantPart> parts;

  Tenants(
      Api api,
      People people,
      Rights rights,
      ObjectProvider<PermissionSource> permissions,
      ObjectProvider<TenantPart> parts) {
    this.api = api;
    this.people = people;
    this.rights = rights;
    this.permissions = permissions;
    this.parts = parts;
  }

  /** What belongs to nobody, by type: made once for all tenants. */
  public Map<String, String> shared() {
    Map<String, String> shared = new LinkedHashMap<>();
    parts.orderedStream().forEach(part -> part.share(shared));
    return shared;
  }

  /** A client, its people and its project itself, which bears a label and has nothing in it. */
  public Tenant tenant(Map<String, String> shared) {
    String mark = "T" + UUID.randomUUID().toString().substring(0, 8);
    UUID client = people.company(CompanyType.CLIENTE, "Client " + mark);
    People.SignedIn keeper = somebody(client, mark, "keeper", UserRole.MANAGER);
    rights.give(keeper.id(), roleOfEverythingInProjects());
    People.SignedIn colleague = somebody(client, mark, "colleague", UserRole.TECHNICIAN);
    UUID project = project(client, mark, keeper);
    String label = label(project, mark, keeper);
    Tenant tenant =
        new Tenant(api, mark, keeper, colleague, project, label, shared, new LinkedHashMap<>());
    shared.forEach(
        (type, id) ->
            tenant.remember(type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1), id));
    tenant.remember("mark", mark);
    tenant.remember("company", new TypeId("company", client).toString());
    tenant.remember("keeper", keeper.globalId());
    tenant.remember("project", tenant.projectGlobalId());
    tenant.remember("label", label);
    return tenant;
  }

  /** Permits everything, but for what opens the directory of all tenants. */
  public UUID roleOfEverythingInProjects() {
    return rights.role(
        permissions.stream()
            .flatMap(source -> source.permissions().stream())
            .map(Permission::name)
            .filter(name -> !OPENS_THE_DIRECTORY.contains(name))
            .toArray(String[]::new));
  }

  /** Every module adds what it keeps. */
  public void populate(Tenant tenant) {
    parts.orderedStream().forEach(part -> part.populate(tenant));
  }

  /** Every module adds several of what it keeps. */
  public void widen(Tenant tenant) {
    parts.orderedStream().forEach(part -> part.widen(tenant));
  }

  private People.SignedIn somebody(UUID company, String mark, String what, UserRole role) {
    return people.user(
        draft ->
            draft
                .withCompany(company)
                .withRole(role)
                .withName("%s %s".formatted(what, mark))
                .withEmail("%s@%s.example".formatted(what, mark.toLowerCase(Locale.ROOT))));
  }

  private UUID project(UUID client, String mark, People.SignedIn keeper) {
    JsonNode answer =
        api.ask(
            keeper.token(),
            """
            mutation {
              createProject(input: {
                code: "%1$s", name: "Project %1$s", description: "About %1$s", clientCompanyId: "%2$s",
                startDate: "2026-02-03", expectedEndDate: "2027-02-03"
              }) { project { id } errors { message } }
            }
            """
                .formatted(mark, new TypeId("company", client)));
    return TypeId.parse(answer.at("/data/createProject/project/id").asString()).uuid();
  }

  private String label(UUID project, String mark, People.SignedIn keeper) {
    return api.ask(
            keeper.token(),
            """
            mutation {
              createProjectTag(input: {projectId: "%s", name: "Label %s", color: "#336699"}) {
                projectTag { id }
              }
            }
            """
                .formatted(new TypeId("project", project), mark))
        .at("/data/createProjectTag/projectTag/id")
        .asString();
  }
}
