package io.protoworks.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.audit.AuditAccess.ReadableScopes;
import io.protoworks.audit.AuditLogQuery.AuditLogFilter;
import io.protoworks.platform.Page;
import io.protoworks.platform.Viewer;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reading the log costs what is shown, however much else happened since. */
@ServerTest
class AuditReadingTests {
  private static final int OTHERS = 20_000;
  private static final int OWN = 6_000;
  private static final int SIZE = 20;

  @Autowired AuditLogMapper entries;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transactions;

  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private final UUID entity = UUID.randomUUID();

  /** All of it is gone once the statement was measured; nobody else ever sees it. */
  private long rowsReadBy(Supplier<List<AuditLog>> statement, int expected) {
    Long read =
        transactions.execute(
            status -> {
              fill();
              long before = rowsRead();
              assertThat(statement.get()).hasSize(expected);
              long after = rowsRead();
              status.setRollbackOnly();
              return after - before;
            });
    return read == null ? -1 : read;
  }

  /** Two projects of long ago, and what is of none; one thing is in all of them. */
  private void fill() {
    insert(new @Nullable UUID[] {first, second, null}, OWN, 20);
    insert(Stream.generate(UUID::randomUUID).limit(20).toArray(UUID[]::new), OTHERS, 0);
    database.sql("analyze audit.audit_logs").update();
  }

  private void insert(@Nullable UUID[] projects, int count, int daysAgo) {
    database
        .sql(
            """
            insert into audit.audit_logs
              (scope_type, scope_id, sequence, user_id, timestamp, ip_address, action, event_type, entity_type,
               entity_id, prev_chain_hash, chain_hash)
            select case when project.id is null then 'global' else 'project' end, project.id, number + 1, :user,
                   now() - make_interval(days => :days, secs => number), '127.0.0.1', 'UPDATE', 'area.changed', 'Area',
                   case when number % 10 = 0 then :entity else gen_random_uuid() end, repeat('a', 64), repeat('b', 64)
              from unnest(:projects::uuid[]) as project (id)
             cross join generate_series(1, :count / cardinality(:projects::uuid[])) as number
            """)
        .param("projects", projects)
        .param("user", Viewer.SYSTEM_USER)
        .param("days", daysAgo)
        .param("entity", entity)
        .param("count", count)
        .update();
  }

  private long rowsRead() {
    return database
        .sql(
            """
            select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))
              from pg_stat_xact_user_tables
             where schemaname = 'audit' and relname like 'audit\\_logs%'
            """)
        .query(Long.class)
        .single();
  }

  private ReadableScopes own() {
    return new ReadableScopes(false, List.of(first, second));
  }

  private static Page page() {
    return new Page(SIZE, false, true, null, null, "NEWEST");
  }

  @Test
  void ofTwoProjectsReadsAPageOfEach() {
    assertThat(
            rowsReadBy(
                () -> entries.listMatching(own(), AuditLogFilter.NONE, page()), page().limit()))
        .isLessThanOrEqualTo(2L * page().limit());
  }

  @Test
  void ofOneThingReadsThatThing() {
    long ofTheThing = (OTHERS + OWN) / 10;
    assertThat(
            rowsReadBy(
                () -> entries.listByEntityIds(own(), "Area", new UUID[] {entity}, page()),
                page().limit()))
        .isLessThanOrEqualTo(ofTheThing);
  }

  @Test
  void outsideOfProjectsReadsAPage() {
    ReadableScopes global = new ReadableScopes(true, List.of());
    assertThat(
            rowsReadBy(
                () -> entries.listMatching(global, AuditLogFilter.NONE, page()), page().limit()))
        .isLessThanOrEqualTo(2L * page().limit());
  }
}
