package io.protoworks.plant;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.platform.TypeId;
import io.protoworks.platform.Viewer;
import io.protoworks.testing.Api;
import io.protoworks.testing.Fixture;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Projects and their hierarchies for tests. What a draft does not say is valid and its own. */
@Fixture
public class Plants {
  private final JdbcClient database;
  private final People people;
  private final Api api;

  Plants(JdbcClient database, People people, Api api) {
    this.database = database;
    this.people = people;
    this.api = api;
  }

  /** What a project is made of. */
  public record ProjectDraft(String code, String name, UUID clientCompanyId, UUID ownerId) {
    public ProjectDraft withCode(String code) {
      return new ProjectDraft(code, name, clientCompanyId, ownerId);
    }

    public ProjectDraft withName(String name) {
      return new ProjectDraft(code, name, clientCompanyId, ownerId);
    }

    public ProjectDraft withClient(UUID clientCompanyId) {
      return new ProjectDraft(code, name, clientCompanyId, ownerId);
    }

    public ProjectDraft withOwner(UUID ownerId) {
      return new ProjectDraft(code, name, clientCompanyId, ownerId);
    }
  }

  /** A project with one of everything in it. */
  public record Plant(
      UUID projectId, UUID areaId, UUID systemId, UUID subsystemId, UUID equipmentId) {}

  /** A project of a client of its own, which only administrators see. */
  public UUID project(UnaryOperator<ProjectDraft> changes) {
    String code = "P-" + UUID.randomUUID();
    ProjectDraft draft =
        changes.apply(
            new ProjectDraft(
                code, "Project " + code, people.company(CompanyType.CLIENTE), Viewer.SYSTEM_USER));
    return database
        .sql(
            "insert into plant.projects"
                + " (code, name, client_company_id, owner_id, created_by, updated_by)"
                + " values (?, ?, ?, ?, ?, ?) returning id")
        .params(
            draft.code(),
            draft.name(),
            draft.clientCompanyId(),
            draft.ownerId(),
            draft.ownerId(),
            draft.ownerId())
        .query(UUID.class)
        .single();
  }

  /** A project that the people of this company see, as its client. */
  public UUID projectOf(UUID clientCompanyId) {
    return project(draft -> draft.withClient(clientCompanyId));
  }

  /** A project of this client with one area, system, subsystem and equipment. */
  public Plant plantOf(UUID clientCompanyId) {
    UUID project = projectOf(clientCompanyId);
    UUID area = area(project, "A1");
    UUID system = system(area, "S1");
    UUID subsystem = subsystem(system, "SS1");
    return new Plant(project, area, system, subsystem, equipment(subsystem, "P-101"));
  }

  public UUID area(UUID projectId, String code) {
    return branch(
        "insert into plant.areas (project_id, code, name, created_by, updated_by)"
            + " select id, :code, :name, :system, :system from plant.projects where id = :parent"
            + " returning id",
        projectId,
        code);
  }

  public UUID system(UUID areaId, String code) {
    return branch(
        "insert into plant.systems (area_id, project_id, code, name, created_by, updated_by)"
            + " select id, project_id, :code, :name, :system, :system from plant.areas"
            + " where id = :parent returning id",
        areaId,
        code);
  }

  public UUID subsystem(UUID systemId, String code) {
    return branch(
        "insert into plant.subsystems (system_id, project_id, code, name, created_by, updated_by)"
            + " select id, project_id, :code, :name, :system, :system from plant.systems"
            + " where id = :parent returning id",
        systemId,
        code);
  }

  private UUID branch(String insert, UUID parentId, String code) {
    return database
        .sql(insert)
        .param("code", code)
        .param("name", "Name of " + code)
        .param("system", Viewer.SYSTEM_USER)
        .param("parent", parentId)
        .query(UUID.class)
        .single();
  }

  public UUID equipment(UUID subsystemId, String tagId) {
    return equipment(subsystemId, tagId, "Application of " + tagId);
  }

  public UUID equipment(UUID subsystemId, String tagId, String application) {
    return database
        .sql(
            "insert into plant.equipments"
                + " (tag_id, application, subsystem_id, project_id, created_by, updated_by)"
                + " select ?, ?, id, project_id, ?, ? from plant.subsystems where id = ?"
                + " returning id")
        .params(tagId, application, Viewer.SYSTEM_USER, Viewer.SYSTEM_USER, subsystemId)
        .query(UUID.class)
        .single();
  }

  /** Takes the row out of use: {@code deactivate("areas", id)}. */
  public void deactivate(String table, UUID id) {
    database
        .sql("update plant.%s set is_active = false where id = ?".formatted(table))
        .param(id)
        .update();
  }

  /** Lets a company take part in the project, so that its people see it. */
  public UUID participant(UUID projectId, UUID companyId, CompanyType role) {
    return database
        .sql(
            "insert into plant.project_companies (project_id, company_id, company_role)"
                + " values (?, ?, ?::identity.company_type) returning id")
        .params(projectId, companyId, role.name())
        .query(UUID.class)
        .single();
  }

  /** Puts a label on the project. */
  public UUID tag(UUID projectId, String name) {
    return database
        .sql(
            "insert into plant.project_tags (project_id, name, color) values (?, ?, '#336699')"
                + " returning id")
        .params(projectId, name)
        .query(UUID.class)
        .single();
  }

  /** Adds a user to the team, so that they see the project. */
  public UUID member(UUID projectId, UUID userId) {
    return member(projectId, userId, null);
  }

  /** Adds a user to the team, with the permissions of a base role in this project. */
  public UUID member(UUID projectId, UUID userId, @Nullable String role) {
    return database
        .sql(
            "insert into plant.team_members (project_id, user_id, role_id, added_by)"
                + " values (:project, :user, (select id from identity.roles where name = :role),"
                + " :system) returning id")
        .param("project", projectId)
        .param("user", userId)
        .param("role", role)
        .param("system", Viewer.SYSTEM_USER)
        .query(UUID.class)
        .single();
  }

  /** A key of the user, narrowed to these scopes. */
  public String apiKey(People.SignedIn user, String... scopes) {
    return api.as(user.token())
        .document("mutation($input: CreateApiKeyInput!) { createApiKey(input: $input) { key } }")
        .variable("input", Map.of("name", "Key " + UUID.randomUUID(), "scopes", List.of(scopes)))
        .execute()
        .path("createApiKey.key")
        .entity(String.class)
        .get();
  }

  /** The global id of a row of this type of the graph. */
  public static String globalId(String prefix, UUID id) {
    return new TypeId(prefix, id).toString();
  }
}
