package io.protoworks.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.dashboard.DashboardArguments.OfCurve;
import io.protoworks.dashboard.Dashboards.Scene;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.identity.UserRole;
import io.protoworks.plant.Plants;
import io.protoworks.protocol.Play;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.protocol.Play.State;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.ServerTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The S-curve: what was planned and what was done, week by week and in all. */
@ServerTest
class ProgressCurveTests {
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

  private static final String FIELDS = " { week planned done plannedTotal doneTotal }";

  private static final String RECOUNT =
      """
      with live as (
        select protocol.due_on, (protocol.finalized_at at time zone 'UTC')::date as done_on
          from protocol.protocols protocol
         where protocol.project_id = :project and protocol.is_active and protocol.status <> 'CANCELLED'
      ), weeks as (
        select week::date
          from generate_series(
                 (select date_trunc('week', least(min(due_on), min(done_on))::timestamp) from live),
                 (select greatest(max(due_on), max(done_on))::timestamp from live),
                 interval '1 week') as week
      )
      select concat_ws(' ', week,
               (select count(*) from live where due_on >= week and due_on < week + 7),
               (select count(*) from live where done_on >= week and done_on < week + 7),
               (select count(*) from live where due_on < week + 7),
               (select count(*) from live where done_on < week + 7))
        from weeks
       order by week
      """;

  @Autowired Dashboards dashboards;
  @Autowired DashboardMapper mapper;
  @Autowired Play play;
  @Autowired Plants plants;
  @Autowired People people;
  @Autowired JdbcClient database;

  record Row(LocalDate week, int planned, int done, int plannedTotal, int doneTotal) {
    String line() {
      return "%s %s %s %s %s".formatted(week, planned, done, plannedTotal, doneTotal);
    }
  }

  private List<String> look(Scene scene, String arguments) {
    return dashboards
        .ask(scene.manager(), scene.projectId(), "progressCurve" + arguments + FIELDS)
        .path("node.progressCurve")
        .entityList(Row.class)
        .get()
        .stream()
        .map(Row::line)
        .toList();
  }

  /** One C1 was due on January 7 and is done, one is due on January 28, a C2 on February 2. */
  @Test
  void showsEveryWeekSinceTheFirst() {
    Scene scene = dashboards.scene();
    List<String> weeks = look(scene, "");
    assertThat(weeks)
        .isEqualTo(dashboards.lines(RECOUNT, scene.projectId()))
        .startsWith(
            "2026-01-05 1 0 1 0",
            "2026-01-12 0 0 1 0",
            "2026-01-19 0 0 1 0",
            "2026-01-26 1 0 2 0",
            "2026-02-02 1 0 3 0",
            "2026-02-09 0 0 3 0");
    assertThat(weeks.getLast()).endsWith(" 0 1 3 1");
    assertThat(look(scene, "(stage: C2)")).containsExactly("2026-02-02 1 0 1 0");
    assertThat(look(scene, "(stage: C3)")).isEmpty();
  }

  /** What is moved to another week, or cancelled, leaves a week that begins and ends nothing. */
  @Test
  void beginsAndEndsWithWhatCounts() {
    Scene scene = dashboards.scene();
    dashboards.plan(scene.released(), LocalDate.of(2035, 1, 1));
    assertThat(look(scene, "").getLast()).startsWith("2035-01-01 1 0 3 1");
    dashboards.cancel(scene.cast(), scene.released());
    assertThat(look(scene, ""))
        .isEqualTo(dashboards.lines(RECOUNT, scene.projectId()))
        .last()
        .asString()
        .endsWith(" 0 1 2 1");
  }

  /** A mistyped year would make the curve hundreds of thousands of weeks long. */
  @ParameterizedTest
  @ValueSource(strings = {"1999-12-31", "2100-01-01", "9999-12-31"})
  void noProtocolIsDueInAnotherCentury(String day) {
    Cast cast = play.cast();
    State created =
        cast.create(play.template(ProtocolType.C1), ProtocolType.C1, cast.equipment("P-101"));
    play.request(
            cast.as(CompanyType.GERENCIADORA, UserRole.ENGINEERING),
            "rescheduleProtocol",
            Play.input(created, Map.of("dueOn", day)))
        .execute()
        .path("rescheduleProtocol.errors[*].message")
        .entityList(String.class)
        .containsExactly("A due day lies between 2000-01-01 and 2099-12-31.");
  }

  @Test
  void addsUpTheStagesOfEachProjectByItself() {
    People.SignedIn viewer = people.user(draft -> draft);
    UUID one = plants.projectOf(viewer.companyId());
    UUID other = plants.projectOf(viewer.companyId());
    count(one, "C1", 0, 4, 1);
    count(one, "C2", 0, 2, 0);
    count(one, "C2", 2, 0, 3);
    count(other, "C1", 1, 7, 5);
    assertThat(curve(viewer, null, one, other))
        .containsExactlyInAnyOrder(
            new ProgressCurveWeek(one, MONDAY, 6, 1, 6, 1),
            new ProgressCurveWeek(one, MONDAY.plusWeeks(1), 0, 0, 6, 1),
            new ProgressCurveWeek(one, MONDAY.plusWeeks(2), 0, 3, 6, 4),
            new ProgressCurveWeek(other, MONDAY.plusWeeks(1), 7, 5, 7, 5));
    assertThat(curve(viewer, ProtocolType.C1, one, other))
        .containsExactlyInAnyOrder(
            new ProgressCurveWeek(one, MONDAY, 4, 1, 4, 1),
            new ProgressCurveWeek(other, MONDAY.plusWeeks(1), 7, 5, 7, 5));
  }

  private List<ProgressCurveWeek> curve(
      People.SignedIn viewer, @Nullable ProtocolType stage, UUID... ids) {
    return mapper.listCurveByProjectIds(viewer.id(), ids, new OfCurve(stage));
  }

  private void count(UUID projectId, String stage, int weeks, int planned, int done) {
    database
        .sql(
            "insert into protocol.weekly_progress (project_id, stage, week, planned, done)"
                + " values (?, ?::template.protocol_type, ?, ?, ?)")
        .params(projectId, stage, MONDAY.plusWeeks(weeks), planned, done)
        .update();
  }
}
