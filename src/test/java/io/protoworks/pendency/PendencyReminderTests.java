package io.protoworks.pendency;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.pendency.Pendencies.Raised;
import io.protoworks.pendency.Pendencies.Scene;
import io.protoworks.platform.Viewer;
import io.protoworks.testing.ServerTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is overdue is told, the day after it was due, and weekly from then on. */
@ServerTest
class PendencyReminderTests {
  @Autowired Pendencies pendencies;
  @Autowired PendencyReminders reminders;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transaction;

  private Scene scene;

  @BeforeEach
  void look() {
    scene = pendencies.scene();
  }

  private Raised raisedDue(LocalDate day) {
    Map<String, Object> input = new HashMap<>(scene.atItem("PB"));
    input.put("dueOn", day.toString());
    return pendencies.does(scene.raiser(), "raisePendency", input);
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  /** Which pendencies were told to be overdue, in order. */
  private List<UUID> told() {
    return database
        .sql(
            "select entity_id from platform.events"
                + " where project_id = ? and type = 'pendency.overdue' and user_id = ? order by sequence")
        .params(scene.cast().site().projectId(), Viewer.SYSTEM_USER)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  private void setTold(Raised raised, LocalDate day) {
    database
        .sql("update pendency.pendencies set overdue_told_on = ? where id = ?")
        .params(day, raised.uuid())
        .update();
  }

  @Test
  void whatWasDueYesterdayIsToldToday() {
    Raised overdue = raisedDue(today().minusDays(1));
    raisedDue(today());
    raisedDue(today().plusDays(1));
    reminders.remind();
    assertThat(told()).containsExactly(overdue.uuid());
  }

  @Test
  void isToldAgainAfterAWeek() {
    Raised overdue = raisedDue(today().minusDays(30));
    reminders.remind();
    reminders.remind();
    assertThat(told()).containsExactly(overdue.uuid());
    setTold(overdue, today().minusDays(6));
    reminders.remind();
    assertThat(told()).hasSize(1);
    setTold(overdue, today().minusDays(7));
    reminders.remind();
    assertThat(told()).hasSize(2);
  }

  /** A new day that passes, too, is news at once. */
  @Test
  void anotherDayThatPassesIsToldAnew() {
    Raised overdue = raisedDue(today().minusDays(1));
    setTold(overdue, today().minusDays(3));
    reminders.remind();
    assertThat(told()).containsExactly(overdue.uuid());
  }

  @Test
  void whatIsClearedIsNotOverdue() {
    Raised cleared = raisedDue(today().minusDays(2));
    pendencies.clear(scene, cleared);
    reminders.remind();
    assertThat(told()).isEmpty();
  }

  /** It is nobody's change: who has the pendency open may go on with it. */
  @Test
  void theVersionStays() {
    Raised overdue = raisedDue(today().minusDays(2));
    reminders.remind();
    pendencies.clear(scene, overdue);
    assertThat(told()).containsExactly(overdue.uuid());
  }

  /** What somebody works on is left for the next time, and keeps nobody waiting. */
  @Test
  void whatIsLockedIsToldLater() {
    Raised overdue = raisedDue(today().minusDays(2));
    transaction.executeWithoutResult(
        status -> {
          database
              .sql("select from pendency.pendencies where id = ? for update")
              .param(overdue.uuid())
              .query((row, number) -> "")
              .list();
          java.util.concurrent.CompletableFuture.runAsync(
                  reminders::remind, Thread::startVirtualThread)
              .join();
          assertThat(told()).isEmpty();
        });
    reminders.remind();
    assertThat(told()).containsExactly(overdue.uuid());
  }

  @Test
  void theAuditSaysIt() {
    Raised overdue = raisedDue(today().minusDays(2));
    reminders.remind();
    assertThat(
            database
                .sql(
                    "select metadata::jsonb ->> 'dueOn' from audit.audit_logs"
                        + " where entity_id = ? and event_type = 'pendency.overdue'")
                .param(overdue.uuid())
                .query(String.class)
                .single())
        .isEqualTo(today().minusDays(2).toString());
  }
}
