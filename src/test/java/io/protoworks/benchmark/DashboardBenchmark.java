package io.protoworks.benchmark;

import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.identity.UserRole.ENGINEERING;

import io.protoworks.benchmark.DataSet.Size;
import io.protoworks.platform.TypeId;
import io.protoworks.testing.Api;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * How long the dashboards of plants of the sizes take that are named, over HTTP, and how many rows
 * they answer with. All plants are in one database, which is kept and used again; delete its folder
 * after a change of the schema.
 *
 * <pre>mvn test-compile exec:exec@dashboard-benchmark -Dsizes="S M L"</pre>
 */
final class DashboardBenchmark {
  private static final int WARM_UP_ROUNDS = 20;
  private static final int MEASURED_ROUNDS = 31;

  private enum Read {
    PROGRESS(
        "progress { completion share stages { stage completion protocols finalized openPa } }"),
    SUBSYSTEMS(
        "subsystems { code progress { completion share stages { stage completion finalized } }"
            + " gates { type isOpen changedAt } }"),
    GATES("subsystems { gates { type isOpen blockers { stage message } } }"),
    COMPLETION_MATRIX(
        "completionMatrix { completion equipments subsystem { code }"
            + " cells { stage completion covered protocols finalized openPa gate { type isOpen } } }"),
    PENDENCY_AGING(
        "pendencyAging { company { name } type open days0To7 days8To30 days31To90 over90Days }"),
    PROGRESS_CURVE("progressCurve { week planned done plannedTotal doneTotal }"),
    WAITING("waiting { company { name } stage status protocols subsystems }");

    private final String selection;

    Read(String selection) {
      this.selection = selection;
    }

    private String document() {
      return "query($id: ID!) { node(id: $id) { ... on Project { %s } } }".formatted(selection);
    }
  }

  private record Measured(long microseconds, int rows) {}

  private final Api api;
  private final DataSets sets;

  private DashboardBenchmark(ConfigurableApplicationContext server) {
    api = server.getBean(Api.class);
    sets = server.getBean(DataSets.class);
  }

  public static void main(String[] arguments) {
    try (ConfigurableApplicationContext server = BenchmarkServer.start()) {
      new DashboardBenchmark(server).run(Arrays.stream(arguments).map(Size::valueOf).toList());
    }
  }

  private void run(List<Size> sizes) {
    Map<Size, DataSet> known = new EnumMap<>(Size.class);
    for (Size size : sizes) {
      DataSet set = sets.require(size);
      sets.requireCounted(set);
      System.out.println(sets.describe(set) + ", counters as recounted");
      known.put(size, set);
    }
    for (Read read : Read.values()) {
      System.out.println(read);
      Map<Size, Measured> measured = new EnumMap<>(Size.class);
      known.forEach((size, set) -> measured.put(size, measure(read, set)));
      print(measured);
    }
  }

  private Measured measure(Read read, DataSet set) {
    String token = set.cast().person(GERENCIADORA, ENGINEERING).token();
    Map<String, Object> variables = Map.of("id", new TypeId("project", set.projectId()).toString());
    int rows = 0;
    long[] times = new long[MEASURED_ROUNDS];
    for (int round = -WARM_UP_ROUNDS; round < MEASURED_ROUNDS; round++) {
      long start = System.nanoTime();
      JsonNode answer = api.ask(token, read.document(), variables);
      long time = (System.nanoTime() - start) / 1_000;
      rows = rows(answer.path("data"));
      if (answer.has("errors") || rows == 0) {
        throw new IllegalStateException(answer.toString());
      }
      if (round >= 0) {
        times[round] = time;
      }
    }
    Arrays.sort(times);
    return new Measured(times[MEASURED_ROUNDS / 2], rows);
  }

  /** The elements of all lists. */
  private static int rows(JsonNode node) {
    int below = node.valueStream().mapToInt(DashboardBenchmark::rows).sum();
    return node.isArray() ? below + node.size() : below;
  }

  private static void print(Map<Size, Measured> measured) {
    Measured smallest = measured.getOrDefault(Size.S, new Measured(1, 1));
    measured.forEach(
        (size, one) ->
            System.out.printf(
                "  %s %,8.1f ms %,7d rows   time x%.1f, rows x%.1f, subsystems x%d%n",
                size,
                one.microseconds / 1e3,
                one.rows,
                (double) one.microseconds / smallest.microseconds,
                (double) one.rows / smallest.rows,
                size.subsystems() / Size.S.subsystems()));
  }
}
