package io.protoworks.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.audit.AuditAccess.ReadableScopes;
import io.protoworks.audit.AuditLogQuery.AuditLogFilter;
import io.protoworks.identity.People;
import io.protoworks.identity.User;
import io.protoworks.platform.Change;
import io.protoworks.platform.Id;
import io.protoworks.platform.NodeId;
import io.protoworks.platform.Page;
import io.protoworks.platform.Viewer;
import io.protoworks.testing.ServerTest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reading the log costs what is shown, however much else happened since. */
@ServerTest
class AuditReadingTests {
  private static final int OTHERS = 20_000;
  private static final int OWN = 15_000;
  private static final int SIZE = 20;

  /** What takes whatever comes, so that nothing but a page may be read. */
  private static final Set<String> UNNARROWED = Set.of("nothing", "time");

  /**
   * How many entries of a chain match a filter that narrows, one in 25: so few may all be read and
   * sorted, but none that does not match.
   */
  private static final int MATCHING = OWN / 3 / 25;

  @Autowired AuditLogMapper entries;
  @Autowired People people;
  @Autowired JdbcClient database;
  @Autowired TransactionTemplate transactions;

  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private final UUID entity = UUID.randomUUID();

  /** Only in the first project, and as rare as what the rare user did. */
  private final UUID thing = UUID.randomUUID();

  private final OffsetDateTime newest = OffsetDateTime.now(ZoneOffset.UTC).minusDays(20);
  private UUID rareUser = Viewer.SYSTEM_USER;

  @BeforeEach
  void rareUser() {
    rareUser = people.user(draft -> draft).id();
  }

  /** How many rows a statement read, one after the other and by an index. */
  private record Reads(long inOrder, long byIndex) {
    Reads since(Reads before) {
      return new Reads(inOrder - before.inOrder, byIndex - before.byIndex);
    }
  }

  /** All of it is gone once the statement was measured; nobody else ever sees it. */
  private Reads readsOf(Supplier<List<AuditLog>> statement, int expected) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              status.setRollbackOnly();
              fill();
              Reads before = reads();
              assertThat(statement.get()).hasSize(expected);
              return reads().since(before);
            }));
  }

  /** By an index alone. */
  private long rowsReadBy(Supplier<List<AuditLog>> statement, int expected) {
    Reads reads = readsOf(statement, expected);
    assertThat(reads.inOrder()).as("rows read without an index").isZero();
    return reads.byIndex();
  }

  /** Two projects of long ago, and what is of none; one thing is in all of them. */
  private void fill() {
    // So few rows are as fast to sort as to read in order; of millions they are not.
    database.sql("set local enable_sort = off").update();
    database.sql("set local enable_bitmapscan = off").update();
    insert(new @Nullable UUID[] {first, second, null}, OWN, newest);
    insert(
        Stream.generate(UUID::randomUUID).limit(20).toArray(UUID[]::new),
        OTHERS,
        newest.plusDays(20));
    database.sql("analyze audit.audit_logs").update();
  }

  private void insert(@Nullable UUID[] projects, int count, OffsetDateTime newest) {
    database
        .sql(
            """
            insert into audit.audit_logs
              (scope_type, scope_id, sequence, user_id, timestamp, ip_address, action, event_type, entity_type,
               entity_id, prev_chain_hash, chain_hash)
            select case when project.id is null then 'global' else 'project' end, project.id, number + 1,
                   case when is_rare then :rareUser else :user end::uuid,
                   :newest::timestamptz - make_interval(secs => number), '127.0.0.1',
                   case when is_rare then 'DELETE' else 'UPDATE' end::audit.audit_action,
                   case when is_rare then 'area.deactivated' else 'area.changed' end, 'Area',
                   case when is_rare and project.id = :first then :thing
                        when number % 10 = 0 then :entity else gen_random_uuid() end,
                   repeat('a', 64), repeat('b', 64)
              from unnest(:projects::uuid[]) as project (id)
             cross join generate_series(1, :count / cardinality(:projects::uuid[])) as number
             cross join lateral (select number % 25 = 1 as is_rare) kind
            """)
        .param("projects", projects)
        .param("user", Viewer.SYSTEM_USER)
        .param("newest", newest)
        .param("rareUser", rareUser)
        .param("first", first)
        .param("thing", thing)
        .param("entity", entity)
        .param("count", count)
        .update();
  }

  private Reads reads() {
    return database
        .sql(
            """
            select sum(coalesce(seq_tup_read, 0)) as in_order, sum(coalesce(idx_tup_fetch, 0)) as by_index
              from pg_stat_xact_user_tables
             where schemaname = 'audit' and relname like 'audit\\_logs%'
            """)
        .query((row, number) -> new Reads(row.getLong(1), row.getLong(2)))
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

  /** Of the entries of a chain, one in 25 is what the filter asks for. */
  private Map<String, AuditLogFilter> filters() {
    return Map.of(
        "nothing", AuditLogFilter.NONE,
        "user", filter(null, new Id<>(rareUser), null, null),
        "action", filter(null, null, Change.Action.DELETE, null),
        "event", filter(null, null, null, "area.deactivated"),
        "user and action", filter(null, new Id<>(rareUser), Change.Action.DELETE, null),
        "entity", filter(new NodeId("Area", thing), null, null, null),
        "time",
            new AuditLogFilter(
                null, null, null, null, null, newest.minusSeconds(1_600), newest.minusSeconds(100)),
        "user and time",
            new AuditLogFilter(
                null,
                null,
                new Id<>(rareUser),
                null,
                null,
                newest.minusSeconds(1_900),
                newest.minusSeconds(100)));
  }

  private static AuditLogFilter filter(
      @Nullable NodeId entity,
      @Nullable Id<User> user,
      Change.@Nullable Action action,
      @Nullable String event) {
    return new AuditLogFilter(null, entity, user, action, event, null, null);
  }

  /** The first, one in the middle, and the one before that. */
  private List<Page> pages() {
    String middle = newest.minusSeconds(1_000).minusNanos(500_000_000).toString();
    UUID anywhere = new UUID(0, 1);
    return List.of(
        page(),
        new Page(SIZE, false, true, middle, anywhere, "NEWEST"),
        new Page(SIZE, true, false, middle, anywhere, "NEWEST"));
  }

  /** All of them in one transaction, since what they read takes longest to make. */
  @Test
  void whateverIsAskedForReadsAPageOfEachChain() {
    List<ReadableScopes> readable =
        List.of(
            new ReadableScopes(true, List.of(first, second)),
            new ReadableScopes(false, List.of(first)));
    List<String> tooMuch = new ArrayList<>();
    transactions.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          fill();
          filters()
              .forEach(
                  (name, filter) ->
                      readable.forEach(
                          scopes ->
                              pages()
                                  .forEach(
                                      page ->
                                          tooMuch.addAll(tooMuch(name, filter, scopes, page)))));
        });
    assertThat(tooMuch).isEmpty();
  }

  private List<String> tooMuch(
      String name, AuditLogFilter filter, ReadableScopes scopes, Page page) {
    int chains = scopes.projects().size() + (scopes.global() ? 1 : 0);
    Reads before = reads();
    assertThat(entries.listMatching(scopes, filter, page)).as(name).hasSize(page.limit());
    Reads reads = reads().since(before);
    int most = UNNARROWED.contains(name) ? page.limit() : MATCHING;
    return reads.inOrder() == 0 && reads.byIndex() <= (long) chains * most
        ? List.of()
        : List.of("%s of %d chains, %s: %s".formatted(name, chains, page, reads));
  }
}
