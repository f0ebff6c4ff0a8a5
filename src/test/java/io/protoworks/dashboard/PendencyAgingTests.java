package io.protoworks.dashboard;

import static io.protoworks.identity.CompanyType.FORNECEDOR;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.plant.Plants.globalId;
import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.dashboard.DashboardArguments.OfAging;
import io.protoworks.dashboard.Dashboards.Scene;
import io.protoworks.identity.CompanyType;
import io.protoworks.testing.ServerTest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How old the open pendencies are, by who has to clear them. */
@ServerTest
class PendencyAgingTests {
  private static final String FIELDS =
      """
      {
        company { name type } type open days0To7 days8To30 days31To90 over90Days oldestRaisedOn
      }
      """;

  private static final String RECOUNT =
      """
      with opened as (
        select company.name, company.type as trade, pendency.type, raised.day,
               (now() at time zone 'UTC')::date - raised.day as days
          from pendency.pendencies pendency
          join identity.companies company on company.id = pendency.clearing_company_id
         cross join lateral (select (pendency.created_at at time zone 'UTC')::date as day) raised
         where pendency.project_id = :project and pendency.status = 'OPEN'
      )
      select concat_ws(' ', trade, type, count(*), count(*) filter (where days <= 7),
               count(*) filter (where days > 7 and days <= 30), count(*) filter (where days > 30 and days <= 90),
               count(*) filter (where days > 90), min(day))
        from opened
       group by name, trade, type
       order by name, type
      """;

  @Autowired Dashboards dashboards;
  @Autowired DashboardMapper mapper;
  @Autowired Clock clock;

  private Scene scene;
  private LocalDate today;

  @BeforeEach
  void makeScene() {
    scene = dashboards.scene();
    today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  record CompanyOf(String name, CompanyType type) {}

  record Row(
      CompanyOf company,
      String type,
      int open,
      int days0To7,
      int days8To30,
      int days31To90,
      int over90Days,
      LocalDate oldestRaisedOn) {
    String line() {
      return "%s %s %s %s %s %s %s %s"
          .formatted(
              company.type(),
              type,
              open,
              days0To7,
              days8To30,
              days31To90,
              over90Days,
              oldestRaisedOn);
    }
  }

  private List<String> look(String arguments) {
    return dashboards
        .ask(scene.manager(), scene.projectId(), "pendencyAging" + arguments + FIELDS)
        .path("node.pendencyAging")
        .entityList(Row.class)
        .get()
        .stream()
        .map(Row::line)
        .toList();
  }

  private UUID raise(String type, CompanyType clearing, int daysAgo) {
    return dashboards.raise(scene, type, scene.company(clearing), today.minusDays(daysAgo));
  }

  /** Days that stay within their span if the test outlasts midnight. */
  @Test
  void countsWhatIsOpen() {
    for (int daysAgo : List.of(2, 3, 20, 60, 61, 100, 1000)) {
      raise("PA", MONTADORA, daysAgo);
    }
    raise("PC", MONTADORA, 40);
    raise("PA", FORNECEDOR, 12);
    dashboards.clear(scene, raise("PA", FORNECEDOR, 11));
    dashboards.resolve(scene, raise("PA", FORNECEDOR, 400));
    assertThat(look(""))
        .containsExactly(
            "FORNECEDOR PA 2 0 2 0 0 " + today.minusDays(12),
            "MONTADORA PA 7 2 1 2 2 " + today.minusDays(1000),
            "MONTADORA PC 1 0 0 1 0 " + today.minusDays(40))
        .isEqualTo(dashboards.lines(RECOUNT, scene.projectId()));
  }

  @Test
  void isNarrowed() {
    raise("PA", MONTADORA, 3);
    raise("PB", FORNECEDOR, 40);
    String ofSupplier = "FORNECEDOR PB 1 0 0 1 0 " + today.minusDays(40);
    String supplier = globalId("company", scene.company(FORNECEDOR));
    assertThat(look("(companyId: \"%s\")".formatted(supplier))).containsExactly(ofSupplier);
    assertThat(look("(companyId: \"%s\", stage: C1)".formatted(supplier)))
        .containsExactly(ofSupplier);
    assertThat(look("(stage: C1)")).hasSize(2);
    assertThat(look("(stage: C2)")).isEmpty();
  }

  @Test
  void knowsWhereEachSpanEnds() {
    LocalDate day = LocalDate.of(2026, 6, 30);
    for (int age : List.of(-1, 0, 7, 8, 30, 31, 90, 91)) {
      dashboards.raise(scene, "PB", scene.company(MONTADORA), day.minusDays(age));
    }
    assertThat(
            mapper.listAgingByProjectIds(
                scene.manager().id(), new UUID[] {scene.projectId()}, new OfAging(null, null), day))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(
                      List.of(
                          row.open(),
                          row.days0To7(),
                          row.days8To30(),
                          row.days31To90(),
                          row.over90Days()))
                  .containsExactly(8, 3, 2, 2, 1);
              assertThat(row.oldestRaisedOn()).isEqualTo(LocalDate.of(2026, 3, 31));
            });
  }
}
