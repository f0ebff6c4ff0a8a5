package io.protoworks.pendency;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import io.protoworks.pendency.Pendencies.Scene;
import io.protoworks.plant.Plants;
import io.protoworks.protocol.Play.Cast;
import io.protoworks.testing.ServerTest;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What triggers count is what a count would find, whatever was done before. */
@ServerTest
class PendencyCountTests {
  private static final int STEPS = 1_000;

  @Autowired Pendencies pendencies;
  @Autowired Plants plants;
  @Autowired JdbcClient database;

  private Cast cast;
  private UUID raiser;
  private UUID clearer;
  private Scene first;
  private Scene second;

  @BeforeEach
  void makeScenes() {
    first = pendencies.scene();
    cast = first.cast();
    second = pendencies.scene(cast, "P-102");
    raiser = cast.person(CompanyType.COMISSIONADORA, UserRole.MANAGER).id();
    clearer = cast.person(CompanyType.MONTADORA, UserRole.TECHNICIAN).id();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void countsWhatIsThere(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      Scene scene = random.nextBoolean() ? first : second;
      switch (random.nextInt(8)) {
        case 0, 1 -> raise(scene, random, 1 + random.nextInt(4));
        case 2 -> clear(random);
        case 3 -> resolve(random);
        case 4 -> refuse(random);
        case 5 -> becomePa(random);
        case 6 -> becomeLess(random);
        default -> handOver(random);
      }
    }
    assertThat(counted()).isNotEmpty().isEqualTo(recounted());
  }

  /** Two subsystems count the same day at once: they wait for each other, and nothing is lost. */
  @Test
  void countsWhatManyRaiseAtOnce() {
    UUID elsewhere = plants.subsystem(cast.site().systemId(), "SS2");
    List<Scene> scenes =
        List.of(first, second, pendencies.scene(cast, plants.equipment(elsewhere, "P-201")));
    scenes.forEach(scene -> pendencies.raise(scene, "PC"));
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> raising =
          IntStream.range(0, 24)
              .mapToObj(number -> scenes.get(number % scenes.size()))
              .map(
                  scene ->
                      CompletableFuture.runAsync(
                          () -> pendencies.clear(scene, pendencies.raise(scene, "PA")), executor))
              .toList();
      raising.forEach(CompletableFuture::join);
    }
    assertThat(counted()).isEqualTo(recounted());
    assertThat(
            database
                .sql("select max(number) from pendency.pendencies where project_id = ?")
                .param(cast.site().projectId())
                .query(Integer.class)
                .single())
        .isEqualTo(27);
  }

  private void raise(Scene scene, Random random, int count) {
    database
        .sql(
            """
            insert into pendency.pendencies
                   (number, protocol_id, protocol_item_id, equipment_id, subsystem_id, project_id, stage, type,
                    description, raising_company_id, clearing_company_id, due_on, created_at, created_by, created_ip,
                    updated_by)
            select (select count(*) from pendency.pendencies where project_id = protocol.project_id) + added.n,
                   protocol.id, case when :atItem then item.id end, case when not :atItem then :equipment::uuid end,
                   protocol.subsystem_id, protocol.project_id, protocol.stage, :type::pendency.pendency_type, 'Leaks',
                   :company, protocol.executor_company_id, current_date, now() - :days * interval '1 day', :raiser,
                   '192.0.2.1', :raiser
              from protocol.protocols protocol
              join protocol.protocol_items item on item.protocol_id = protocol.id
             cross join generate_series(1, :count) as added (n)
             where protocol.id = :protocol
            """)
        .param("atItem", random.nextBoolean())
        .param("equipment", scene.equipmentId())
        .param("type", List.of("PA", "PB", "PC").get(random.nextInt(3)))
        .param("company", cast.site().company(CompanyType.COMISSIONADORA))
        .param("raiser", raiser)
        .param("days", random.nextInt(5))
        .param("count", count)
        .param("protocol", scene.protocolId())
        .update();
  }

  private void clear(Random random) {
    change(
        random,
        "cleared_at = now(), cleared_by = :clearer, cleared_ip = '192.0.2.1',"
            + " clearing_description = 'Done'",
        "cleared_at is null");
  }

  private void resolve(Random random) {
    change(
        random,
        "status = 'RESOLVED', resolved_at = now(), resolved_by = :raiser, resolved_ip = '192.0.2.1',"
            + " requested_type = null, requested_at = null, requested_by = null, request_reason = null",
        "cleared_at is not null");
  }

  private void refuse(Random random) {
    change(
        random,
        "cleared_at = null, cleared_by = null, cleared_ip = null, clearing_description = null,"
            + " refusals = refusals + 1, updated_by = :raiser",
        "cleared_at is not null");
  }

  private void becomePa(Random random) {
    change(random, "type = 'PA'", "type <> 'PA'");
  }

  /** Asks, and confirms: two updates, one after the other. */
  private void becomeLess(Random random) {
    change(
        random,
        "requested_type = 'PC', requested_at = now(), requested_by = :clearer,"
            + " request_reason = 'It keeps nobody'",
        "type = 'PA' and requested_type is null");
    change(
        random,
        "type = requested_type, requested_type = null, requested_at = null, requested_by = null,"
            + " request_reason = null, updated_by = :raiser",
        "requested_type is not null");
  }

  private void handOver(Random random) {
    change(
        random,
        "clearing_company_id = case clearing_company_id when :one then :other::uuid else :one end",
        "cleared_at is null");
  }

  /** Changes some of the open pendencies that can be changed so, in one statement. */
  private void change(Random random, String assignments, String condition) {
    database
        .sql(
            """
            update pendency.pendencies set %s
             where id in (
                   select id
                     from pendency.pendencies
                    where project_id = :project and status = 'OPEN' and %s
                    order by md5(id::text || :salt)
                    limit :limit)
               and :raiser::uuid is not null and :clearer::uuid is not null
               and :one::uuid is not null and :other::uuid is not null
            """
                .formatted(assignments, condition))
        .param("project", cast.site().projectId())
        .param("salt", Integer.toString(random.nextInt()))
        .param("limit", 1 + random.nextInt(4))
        .param("raiser", raiser)
        .param("clearer", clearer)
        .param("one", cast.site().company(CompanyType.MONTADORA))
        .param("other", cast.site().company(CompanyType.FORNECEDOR))
        .update();
  }

  private List<@Nullable String> counted() {
    return list(
        """
        select 'stage ' || concat_ws(' ', stage, open_pa, open_pb, open_pc)
          from completion.stage_progress where project_id = :project
        union all
        select 'protocol ' || concat_ws(' ', id, open_pa, open_pb, open_pc)
          from protocol.protocols where project_id = :project
        union all
        select 'item ' || item.id || ' ' || item.open_pendencies
          from protocol.protocol_items item
          join protocol.protocols protocol on protocol.id = item.protocol_id
         where protocol.project_id = :project
        union all
        select 'tally ' || concat_ws(' ', company_id, type, stage, raised_on, open)
          from pendency.pendency_tallies where project_id = :project and open > 0
         order by 1
        """);
  }

  private List<@Nullable String> recounted() {
    return list(
        """
        with opened as (select * from pendency.pendencies where project_id = :project and status = 'OPEN')
        select 'stage ' || concat_ws(' ', progress.stage, count(*) filter (where type = 'PA'),
                 count(*) filter (where type = 'PB'), count(*) filter (where type = 'PC'))
          from completion.stage_progress progress
          left join opened on opened.subsystem_id = progress.subsystem_id and opened.stage = progress.stage
         where progress.project_id = :project
         group by progress.subsystem_id, progress.stage
        union all
        select 'protocol ' || concat_ws(' ', protocol.id, count(*) filter (where type = 'PA'),
                 count(*) filter (where type = 'PB'), count(*) filter (where type = 'PC'))
          from protocol.protocols protocol
          left join opened on opened.protocol_id = protocol.id
         where protocol.project_id = :project
         group by protocol.id
        union all
        select 'item ' || item.id || ' ' || count(opened.id)
          from protocol.protocol_items item
          join protocol.protocols protocol on protocol.id = item.protocol_id
          left join opened on opened.protocol_item_id = item.id
         where protocol.project_id = :project
         group by item.id
        union all
        select 'tally ' || concat_ws(' ', clearing_company_id, type, stage, (created_at at time zone 'UTC')::date, count(*))
          from opened
         group by clearing_company_id, type, stage, (created_at at time zone 'UTC')::date
         order by 1
        """);
  }

  private List<@Nullable String> list(String query) {
    return database.sql(query).param("project", cast.site().projectId()).query(String.class).list();
  }
}
