package io.protoworks.protocol;

import io.protoworks.benchmark.BenchmarkServer;
import io.protoworks.benchmark.DataSet;
import io.protoworks.benchmark.DataSet.Size;
import io.protoworks.benchmark.DataSets;
import io.protoworks.protocol.TransitionPlayer.Step;
import io.protoworks.protocol.TransitionPlayer.Subject;
import io.protoworks.protocol.TransitionPlayer.SubjectItem;
import io.protoworks.template.ItemType;
import io.protoworks.testing.Api;
import io.protoworks.testing.Statements;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many steps of protocols a second, from the release to the last signature, beside plain JDBC
 * that writes the same rows, in one process and by turns: on the data set M, by one client and by
 * four. Each step is a transaction; it goes to all protocols before the next one begins.
 *
 * <pre>mvn test-compile exec:exec@transition-benchmark</pre>
 */
final class TransitionBenchmark {
  private static final int PROTOCOLS = 60;
  private static final int MEASURED_ROUNDS = 5;
  private static final List<Integer> CLIENTS = List.of(1, 4);

  private enum Way {
    BARE("plain JDBC"),
    SERVICE("services"),
    API("GraphQL over HTTP");

    private final String label;

    Way(String label) {
      this.label = label;
    }
  }

  private record Measured(Way way, Map<Step, Double> seconds) {
    double rate() {
      double all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
      return PROTOCOLS * seconds.size() / all;
    }
  }

  private final ConfigurableApplicationContext server;
  private final DataSets sets;
  private final JdbcClient database;
  private final String url;
  private final DataSet set;
  private final Map<Step, AuditedStep> audited;

  private TransitionBenchmark(ConfigurableApplicationContext server) throws Exception {
    this.server = server;
    sets = server.getBean(DataSets.class);
    database = server.getBean(JdbcClient.class);
    url = String.valueOf(server.getBean(JdbcConnectionDetails.class).getJdbcUrl());
    set = sets.require(Size.M);
    audited = auditedLife();
  }

  public static void main(String[] arguments) throws Exception {
    try (ConfigurableApplicationContext server = BenchmarkServer.start()) {
      new TransitionBenchmark(server).run();
    }
  }

  private void run() throws Exception {
    System.out.println(sets.describe(set));
    for (int clients : CLIENTS) {
      List<Measured> measured = new ArrayList<>();
      for (int round = 0; round <= MEASURED_ROUNDS; round++) {
        for (int turn = 0; turn < Way.values().length; turn++) {
          Way way = Way.values()[(round + turn) % Way.values().length];
          Measured one = measure(way, clients);
          if (round > 0) {
            measured.add(one);
          }
        }
      }
      summarise(clients, measured);
    }
    sets.requireCounted(set);
    System.out.println("counters as recounted");
  }

  /** Plays one protocol, says what each step asks of the database, and keeps what it audited. */
  private Map<Step, AuditedStep> auditedLife() throws Exception {
    measure(Way.SERVICE, 1);
    UUID id = sets.drawUp(set, 1).getFirst();
    Statements statements = server.getBean(Statements.class);
    TransitionPlayer player = player(Way.SERVICE);
    for (Step step : Step.values()) {
      Subject subject = subjects(List.of(id)).getFirst();
      List<String> asked =
          statements.during(
              () -> {
                try {
                  player.take(step, subject);
                } catch (Exception failure) {
                  throw new IllegalStateException(failure);
                }
              });
      System.out.printf("%-13s %2d statements: %s%n", step, asked.size(), asked);
    }
    return AuditedStep.ofLife(database, id);
  }

  private Measured measure(Way way, int clients) throws Exception {
    List<UUID> ids = sets.drawUp(set, PROTOCOLS);
    List<TransitionPlayer> players = new ArrayList<>();
    Map<Step, Double> seconds = new EnumMap<>(Step.class);
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (int client = 0; client < clients; client++) {
        players.add(player(way));
      }
      for (Step step : Step.values()) {
        seconds.put(step, take(step, subjects(ids), players, threads));
      }
    }
    for (TransitionPlayer player : players) {
      player.close();
    }
    requireDone(ids);
    return new Measured(way, seconds);
  }

  private TransitionPlayer player(Way way) throws Exception {
    return switch (way) {
      case BARE -> new BareTransitions(url, set, audited);
      case SERVICE -> new ServiceTransitions(server, set.cast());
      case API -> new ApiTransitions(server.getBean(Api.class), set.cast());
    };
  }

  /** Has each client take the step with its share of the protocols. */
  private static double take(
      Step step, List<Subject> subjects, List<TransitionPlayer> players, ExecutorService threads)
      throws Exception {
    List<Callable<Void>> shares = new ArrayList<>();
    for (int client = 0; client < players.size(); client++) {
      int first = client;
      shares.add(
          () -> {
            for (int index = first; index < subjects.size(); index += players.size()) {
              players.get(first).take(step, subjects.get(index));
            }
            return null;
          });
    }
    long start = System.nanoTime();
    for (Future<Void> share : threads.invokeAll(shares)) {
      share.get();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private List<Subject> subjects(List<UUID> ids) {
    Map<UUID, List<SubjectItem>> items = new LinkedHashMap<>();
    ids.forEach(id -> items.put(id, new ArrayList<>()));
    database
        .sql(
            """
            select protocol_id, id, item_type::text from protocol.protocol_items
             where protocol_id = any (?)
             order by protocol_id, "order"
            """)
        .param(ids.toArray(UUID[]::new))
        .query(
            row -> {
              items
                  .computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                  .add(
                      new SubjectItem(
                          row.getObject(2, UUID.class), ItemType.valueOf(row.getString(3))));
            });
    return items.entrySet().stream()
        .map(entry -> new Subject(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** All that the steps leave behind is there, whoever took them. */
  private void requireDone(List<UUID> ids) {
    String left =
        database
            .sql(
                """
                select format('%s finalized, %s steps, %s signatures, %s items approved, %s entries of protocols',
                              count(*) filter (where status = 'FINALIZED' and version = 7),
                              sum((select count(*) from protocol.protocol_status_history where protocol_id = protocol.id)),
                              sum((select count(*) from protocol.protocol_signatures where protocol_id = protocol.id)),
                              sum((select count(*) from protocol.protocol_items
                                    where protocol_id = protocol.id and approval_status = 'APPROVED')),
                              sum((select count(*) from audit.audit_logs
                                    where entity_type = 'Protocol' and entity_id = protocol.id)))
                  from protocol.protocols protocol
                 where protocol.id = any (?)
                """)
            .param(ids.toArray(UUID[]::new))
            .query(String.class)
            .single();
    String expected =
        "%d finalized, %d steps, %d signatures, %d items approved, %d entries of protocols"
            .formatted(ids.size(), 7 * ids.size(), 3 * ids.size(), 16 * ids.size(), 6 * ids.size());
    if (!expected.equals(left)) {
      throw new IllegalStateException("%s and not %s".formatted(left, expected));
    }
  }

  private static void summarise(int clients, List<Measured> measured) {
    double bare = median(of(Way.BARE, measured), Measured::rate);
    System.out.printf(
        "%d client%s, medians of %d rounds of %d protocols%n",
        clients, clients == 1 ? "" : "s", MEASURED_ROUNDS, PROTOCOLS);
    for (Way way : Way.values()) {
      List<Measured> rounds = of(way, measured);
      double rate = median(rounds, Measured::rate);
      System.out.printf("  %-18s %7.1f steps/s, %.2f of plain JDBC", way.label, rate, rate / bare);
      for (Step step : Step.values()) {
        double seconds = median(rounds, one -> one.seconds.getOrDefault(step, 0.0));
        System.out.printf("  %s %.1f ms", step, seconds * 1e3 * clients / PROTOCOLS);
      }
      System.out.println();
    }
  }

  private static List<Measured> of(Way way, List<Measured> measured) {
    return measured.stream().filter(one -> one.way == way).collect(Collectors.toList());
  }

  private static double median(List<Measured> rounds, Function<Measured, Double> figure) {
    List<Double> sorted = rounds.stream().map(figure).sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
