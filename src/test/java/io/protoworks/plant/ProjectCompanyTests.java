package io.protoworks.plant;

import static io.protoworks.plant.Plants.globalId;
import static io.protoworks.testing.Refusals.assertFails;
import static io.protoworks.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class ProjectCompanyTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired Plants plants;
  @Autowired JdbcClient database;

  private People.SignedIn manager;
  private UUID project;

  @BeforeEach
  void makeProject() {
    manager = people.user(draft -> draft.withRole(UserRole.MANAGER));
    project = plants.projectOf(manager.companyId());
  }

  private GraphQlTester.Request<?> add(GraphQlTester caller, UUID company) {
    return Mutations.ask(
        caller,
        "addProjectCompany",
        "projectCompany { role company { id } project { companies { company { id } } } }",
        Map.of(
            "projectId",
            globalId("project", project),
            "companyId",
            globalId("company", company),
            "role",
            "MONTADORA"));
  }

  private static GraphQlTester.Request<?> remove(GraphQlTester caller, UUID part) {
    return Mutations.ask(
        caller,
        "removeProjectCompany",
        "projectCompany { id }",
        Map.of("id", globalId("project_company", part)));
  }

  private int countParts() {
    return database
        .sql("select count(*) from plant.project_companies where project_id = ?")
        .param(project)
        .query(Integer.class)
        .single();
  }

  @Test
  void lettingACompanyTakePartShowsItsPeopleTheProject() {
    People.SignedIn fitter = people.user(draft -> draft);
    String seen = "query($id: ID!) { node(id: $id) { id } }";
    api.as(fitter.token())
        .document(seen)
        .variable("id", globalId("project", project))
        .execute()
        .path("node")
        .valueIsNull();
    add(api.as(people.admin().token()), fitter.companyId())
        .execute()
        .path("addProjectCompany.projectCompany.project.companies[0].company.id")
        .entity(String.class)
        .isEqualTo(globalId("company", fitter.companyId()));
    api.as(fitter.token())
        .document(seen)
        .variable("id", globalId("project", project))
        .execute()
        .path("node.id")
        .hasValue();
  }

  @Test
  void addingIsRefusedToWhoeverMayNot() {
    String technician = people.user(draft -> draft.withCompany(manager.companyId())).token();
    assertFails(add(api.anonymous(), manager.companyId()), "UNAUTHENTICATED");
    assertFails(add(api.as(technician), manager.companyId()), "FORBIDDEN");
    assertRefused(
        add(api.as(people.stranger().token()), manager.companyId()),
        "addProjectCompany",
        "UNKNOWN_REFERENCE");
    assertThat(countParts()).isZero();
  }

  @Test
  void takesACompanyThatTheViewerFindsAndEachPartOnce() {
    assertRefused(
        add(api.as(manager.token()), people.company(CompanyType.MONTADORA)),
        "addProjectCompany",
        "UNKNOWN_REFERENCE");
    plants.participant(project, manager.companyId(), CompanyType.MONTADORA);
    assertRefused(
        add(api.as(manager.token()), manager.companyId()), "addProjectCompany", "NOT_UNIQUE");
    assertThat(countParts()).isEqualTo(1);
  }

  @Test
  void endsAPartForWhoeverMay() {
    UUID part =
        plants.participant(
            project, people.company(CompanyType.COMISSIONADORA), CompanyType.COMISSIONADORA);
    String technician = people.user(draft -> draft.withCompany(manager.companyId())).token();
    assertFails(remove(api.anonymous(), part), "UNAUTHENTICATED");
    assertFails(remove(api.as(technician), part), "FORBIDDEN");
    assertRefused(
        remove(api.as(people.stranger().token()), part),
        "removeProjectCompany",
        "UNKNOWN_REFERENCE");
    assertThat(countParts()).isEqualTo(1);
    remove(api.as(manager.token()), part)
        .execute()
        .path("removeProjectCompany.projectCompany.id")
        .entity(String.class)
        .isEqualTo(globalId("project_company", part));
    assertThat(countParts()).isZero();
  }
}
