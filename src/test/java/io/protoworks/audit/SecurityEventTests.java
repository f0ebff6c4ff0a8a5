package io.protoworks.audit;

import static io.protoworks.testing.Refusals.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.People;
import io.protoworks.platform.Client;
import io.protoworks.platform.SecurityEvents;
import io.protoworks.testing.Api;
import io.protoworks.testing.ServerTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class SecurityEventTests {
  @Autowired Api api;
  @Autowired People people;
  @Autowired SecurityEvents events;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient database;

  private static final String LIST =
      """
      query($userId: ID) {
        securityEvents(filter: {userId: $userId}) {
          totalCount
          nodes { type ipAddress userAgent details user { id } }
        }
      }
      """;

  private GraphQlTester.Request<?> list(GraphQlTester caller, People.SignedIn about) {
    return caller.document(LIST).variable("userId", about.globalId());
  }

  private long count(UUID userId) {
    return database
        .sql("select count(*) from audit.security_events where user_id = ?")
        .params(userId)
        .query(Long.class)
        .single();
  }

  @Test
  void areListedForWhoeverMayReadThem() {
    People.SignedIn user = people.user(draft -> draft);
    events.record("LOGIN_FAILED", user.id(), Client.SELF, Map.of("email", "a\0@b.example"));
    assertFails(list(api.anonymous(), user), "UNAUTHENTICATED");
    assertFails(list(api.as(people.stranger().token()), user), "FORBIDDEN");
    list(api.as(people.admin().token()), user)
        .execute()
        .path("securityEvents")
        .matchesJsonStrictly(
            """
            {"totalCount": 1,
             "nodes": [{"type": "LOGIN_FAILED", "ipAddress": "127.0.0.1", "userAgent": "ProtoWorks",
                        "details": {"email": "a\ufffd@b.example"}, "user": {"id": "%s"}}]}
            """
                .formatted(user.globalId()));
  }

  @Test
  void outliveTheTransactionThatIsRolledBack() {
    People.SignedIn user = people.user(draft -> draft);
    transactions.executeWithoutResult(
        transaction -> {
          events.record("TOKEN_REUSED", user.id(), Client.SELF, Map.of());
          transaction.setRollbackOnly();
        });
    assertThat(count(user.id())).isEqualTo(1);
  }

  @Test
  void thatCanNotBeKeptDoNotStopTheCaller() {
    UUID nobody = UUID.randomUUID();
    People.SignedIn user = people.user(draft -> draft);
    transactions.executeWithoutResult(
        transaction -> {
          events.record("LOGIN_FAILED", nobody, Client.SELF, Map.of());
          database
              .sql("update identity.users set name = 'Went on' where id = ?")
              .params(user.id())
              .update();
        });
    assertThat(count(nobody)).isZero();
    assertThat(
            database
                .sql("select name from identity.users where id = ?")
                .params(user.id())
                .query(String.class)
                .single())
        .isEqualTo("Went on");
  }
}
