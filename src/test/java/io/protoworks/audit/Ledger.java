package io.protoworks.audit;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Viewer;
import io.protoworks.testing.Fixture;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Chains of entries for tests, and the hand of somebody who alters them. */
@Fixture
public class Ledger {
  private static final Viewer SYSTEM = Viewer.system(Set.of());

  private final Changes changes;
  private final TransactionTemplate transactions;
  private final JdbcClient database;

  Ledger(Changes changes, TransactionTemplate transactions, JdbcClient database) {
    this.changes = changes;
    this.transactions = transactions;
    this.database = database;
  }

  /** A change to something of the project, or of none. */
  static Change change(@Nullable UUID projectId, Object row) {
    return Change.created("Area", UUID.randomUUID(), projectId, row);
  }

  /** Records the changes in one transaction. */
  void record(Change... recorded) {
    transactions.executeWithoutResult(
        transaction -> {
          for (Change change : recorded) {
            changes.record(SYSTEM, change);
          }
        });
  }

  /** A chain of its own with so many entries, each of a transaction of its own. */
  UUID chain(int length) {
    UUID projectId = UUID.randomUUID();
    for (int number = 1; number <= length; number++) {
      record(change(projectId, Map.of("number", number)));
    }
    return projectId;
  }

  /** What the chain tells was done. */
  List<@Nullable String> eventTypes(UUID projectId) {
    return database
        .sql("select event_type from audit.audit_logs where scope_id = ? order by sequence")
        .params(projectId)
        .query(String.class)
        .list();
  }

  /** Alters the log as somebody who owns the database could: past the triggers that refuse it. */
  void tamper(String table, String statement, Object... parameters) {
    String trigger = table + "_append_only_check";
    transactions.executeWithoutResult(
        transaction -> {
          database
              .sql("alter table audit.%s disable trigger %s".formatted(table, trigger))
              .update();
          database.sql(statement).params(parameters).update();
          database
              .sql("alter table audit.%s enable always trigger %s".formatted(table, trigger))
              .update();
        });
  }
}
