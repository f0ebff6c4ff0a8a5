package io.protoworks.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.dashboard.Dashboards.Scene;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Plants;
import io.protoworks.testing.ServerTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Who sees the dashboards of a project: whoever has it open, and nobody else. */
@ServerTest
class DashboardVisibilityTests {
  private static final List<String> DASHBOARDS =
      List.of("completionMatrix", "pendencyAging", "progressCurve", "waiting");

  private static final String FIELDS =
      """
      code
      completionMatrix { equipments }
      pendencyAging { open }
      progressCurve { week }
      waiting { protocols }
      """;

  @Autowired Dashboards dashboards;
  @Autowired People people;
  @Autowired Plants plants;

  private Map<String, Object> look(People.SignedIn viewer, UUID projectId) {
    return dashboards
        .ask(viewer, projectId, FIELDS)
        .path("node")
        .entity(new ParameterizedTypeReference<Map<String, Object>>() {})
        .get();
  }

  @Test
  void whoeverHasTheProjectOpenSeesTheSame() {
    Scene scene = dashboards.scene();
    dashboards.raise(scene, "PA", scene.company(CompanyType.MONTADORA), LocalDate.of(2026, 1, 5));
    People.SignedIn member = people.stranger();
    plants.member(scene.projectId(), member.id());
    Map<String, Object> seen = look(scene.manager(), scene.projectId());
    assertThat(seen).doesNotContainValue(List.of());
    assertThat(
            Stream.of(
                    scene.cast().person(CompanyType.CLIENTE, UserRole.CLIENT),
                    scene.cast().person(CompanyType.MONTADORA, UserRole.TECHNICIAN),
                    people.admin(),
                    member)
                .map(viewer -> look(viewer, scene.projectId())))
        .containsOnly(seen);
  }

  /** What is counted is other companies', too. */
  @Test
  void aSupplierSeesTheProjectButNothingThatIsCounted() {
    Scene scene = dashboards.scene();
    UUID company = scene.company(CompanyType.FORNECEDOR);
    dashboards.raise(scene, "PA", company, LocalDate.of(2026, 1, 5));
    Map<String, Object> seen =
        look(scene.cast().person(CompanyType.FORNECEDOR, UserRole.SUPPLIER), scene.projectId());
    assertThat(seen).containsKey("code");
    assertThat(DASHBOARDS).allSatisfy(field -> assertThat(seen).containsEntry(field, List.of()));
  }

  @Test
  void aStrangerDoesNotSeeTheProject() {
    Scene scene = dashboards.scene();
    GraphQlTester.Response response = dashboards.ask(people.stranger(), scene.projectId(), FIELDS);
    response.path("node").valueIsNull();
  }

  @Test
  void anEmptyProjectHasNothingToShow() {
    People.SignedIn client = people.user(draft -> draft);
    Map<String, Object> seen = look(client, plants.projectOf(client.companyId()));
    assertThat(DASHBOARDS).allSatisfy(field -> assertThat(seen).containsEntry(field, List.of()));
  }
}
