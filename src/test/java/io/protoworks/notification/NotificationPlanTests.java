package io.protoworks.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People.SignedIn;
import io.protoworks.identity.UserRole;
import io.protoworks.platform.Page;
import io.protoworks.platform.Viewer;
import io.protoworks.protocol.Sites;
import io.protoworks.protocol.Sites.Site;
import io.protoworks.testing.Plans;
import io.protoworks.testing.ServerTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Among the notifications of many, each list and count reads the viewer's by an index. */
@ServerTest
class NotificationPlanTests {
  private static final String UNREAD = "notifications_user_id_sequence_unread_idx";
  private static final String ALL = "notifications_user_id_sequence_key";

  @Autowired Sites sites;
  @Autowired Plans plans;
  @Autowired JdbcClient database;
  @Autowired TransactionOperations transactions;

  @Test
  void areFoundByTheirIndexes() {
    Site site = sites.site();
    List<SignedIn> people =
        List.of(
            sites.person(site, CompanyType.GERENCIADORA, UserRole.ENGINEERING),
            sites.person(site, CompanyType.GERENCIADORA, UserRole.MANAGER),
            sites.person(site, CompanyType.CLIENTE, UserRole.CLIENT));
    transactions.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          people.forEach(person -> fill(site.projectId(), person.id()));
          database.sql("analyze notification.notifications").update();
          UUID viewer = people.getFirst().id();
          assertThat(plan("countMatching", viewer, NotificationFilter.UNREAD)).contains(UNREAD);
          assertThat(plan("listMatching", viewer, NotificationFilter.UNREAD)).contains(UNREAD);
          assertThat(plan("markAllRead", viewer, NotificationFilter.NONE)).contains(UNREAD);
          assertThat(plan("listMatching", viewer, NotificationFilter.NONE))
              .contains(ALL)
              .doesNotContain("Sort Key: notification");
          assertThat(plan("listAfter", viewer, NotificationFilter.NONE)).contains(ALL);
        });
  }

  /** Twenty thousand, of which few are unread. */
  private void fill(UUID projectId, UUID userId) {
    Map<String, Object> who =
        Map.of("user", userId, "project", projectId, "system", Viewer.SYSTEM_USER);
    database
        .sql(
            """
            insert into notification.inboxes (user_id, last_sequence, changes) values (:user, 20000, 1)
            on conflict (user_id) do update set last_sequence = excluded.last_sequence
            """)
        .params(who)
        .update();
    database
        .sql(
            """
            insert into notification.notifications (
              user_id, sequence, project_id, event_sequence, type, entity_type, entity_id, actor_id, occurred_at, payload,
              read_at)
            select :user, number, :project, number, 'MENTION', 'Gate', gen_random_uuid(), :system, now(),
                   '{"v": 1, "event": "gate.closed", "state": "CLOSED"}', case when number % 200 > 0 then now() end
              from generate_series(1, 20000) as number
            """)
        .params(who)
        .update();
  }

  private String plan(String statement, UUID viewer, NotificationFilter filter) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("viewer", viewer);
    parameters.put("filter", filter);
    parameters.put("page", new Page(20, false, true, null, null, NotificationCursor.ORDER));
    parameters.put("after", 19_000L);
    parameters.put("limit", 100);
    parameters.put("upTo", Long.MAX_VALUE);
    return plans.of(NotificationMapper.class, statement, parameters);
  }
}
