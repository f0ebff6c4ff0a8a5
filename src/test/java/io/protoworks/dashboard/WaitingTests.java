package io.protoworks.dashboard;

import static io.protoworks.plant.Plants.globalId;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.dashboard.Dashboards.Scene;
import io.protoworks.identity.CompanyType;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.ServerTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** What waits for whom. */
@ServerTest
class WaitingTests {
  private static final String FIELDS = " { company { type } stage status protocols subsystems }";

  private static final String RECOUNT =
      """
      select concat_ws(' ', company.type, protocol.stage, protocol.status, count(*), count(distinct subsystem_id))
        from protocol.protocols protocol
        join identity.companies company on company.id = protocol.current_company_id
       where protocol.project_id = :project and protocol.is_active
       group by company.name, company.type, protocol.stage, protocol.status
       order by company.name, protocol.stage, protocol.status
      """;

  @Autowired Dashboards dashboards;
  @Autowired Play play;

  private Scene scene;

  @BeforeEach
  void makeScene() {
    scene = dashboards.scene();
  }

  record CompanyOf(CompanyType type) {}

  record Row(CompanyOf company, ProtocolType stage, String status, int protocols, int subsystems) {
    String line() {
      return "%s %s %s %s %s".formatted(company.type(), stage, status, protocols, subsystems);
    }
  }

  private List<String> look(String arguments) {
    return lines(
        dashboards
            .ask(scene.manager(), scene.projectId(), "waiting" + arguments + FIELDS)
            .path("node.waiting"));
  }

  private List<List<String>> lookPerSubsystem(String arguments) {
    GraphQlTester.Response response =
        dashboards.ask(
            scene.manager(), scene.projectId(), "subsystems { waiting" + arguments + FIELDS + " }");
    return List.of(
        lines(response.path("node.subsystems[0].waiting")),
        lines(response.path("node.subsystems[1].waiting")));
  }

  private static List<String> lines(GraphQlTester.Path path) {
    return path.entityList(Row.class).get().stream().map(Row::line).toList();
  }

  @Test
  void countsProtocolsByWhoseTurnItIs() {
    assertThat(look(""))
        .containsExactly(
            "COMISSIONADORA C2 AWAITING_GATE 1 1",
            "GERENCIADORA C1 CREATED 1 1",
            "MONTADORA C1 RELEASED 1 1")
        .isEqualTo(dashboards.lines(RECOUNT, scene.projectId()));
  }

  @Test
  void countsOnAsTheWorkDoes() {
    State filled = scene.cast().fillAll(ProtocolType.C1, scene.released());
    State submitted = scene.cast().submit(ProtocolType.C1, filled);
    scene
        .cast()
        .create(play.template(ProtocolType.C1), ProtocolType.C1, scene.cast().equipment("P-103"));
    assertThat(look(""))
        .containsExactly(
            "COMISSIONADORA C2 AWAITING_GATE 1 1",
            "GERENCIADORA C1 CREATED 2 2",
            "MONTADORA C1 SUBMITTED 1 1")
        .isEqualTo(dashboards.lines(RECOUNT, scene.projectId()));
    State validated = scene.cast().validate(scene.cast().approve(ProtocolType.C1, submitted));
    assertThat(look("")).contains("COMISSIONADORA C1 VALIDATED 1 1");
    play.step(scene.cast().finalizer(ProtocolType.C1), "finalizeProtocol", validated);
    assertThat(look(""))
        .containsExactly("COMISSIONADORA C2 AWAITING_GATE 1 1", "GERENCIADORA C1 CREATED 2 2");
  }

  @Test
  void isNarrowedToACompany() {
    String company = globalId("company", scene.company(CompanyType.MONTADORA));
    String arguments = "(companyId: \"%s\")".formatted(company);
    assertThat(look(arguments)).containsExactly("MONTADORA C1 RELEASED 1 1");
    assertThat(lookPerSubsystem(arguments))
        .containsExactly(List.of("MONTADORA C1 RELEASED 1 1"), List.of());
  }

  @Test
  void isShownOfEachSubsystem() {
    assertThat(lookPerSubsystem(""))
        .containsExactly(
            List.of("COMISSIONADORA C2 AWAITING_GATE 1 1", "MONTADORA C1 RELEASED 1 1"),
            List.of("GERENCIADORA C1 CREATED 1 1"));
  }
}
