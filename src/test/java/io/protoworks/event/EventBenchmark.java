package io.protoworks.event;

import io.protoworks.benchmark.BenchmarkServer;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.People;
import io.protoworks.plant.Plants;
import io.protoworks.testing.Api;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long it takes from a change to its subscribers, how many changes a second that holds for,
 * what the log of events costs the changes, and what an idle subscriber costs in memory.
 * Subscribers are WebSockets of another process, each on a login of its own project's client.
 *
 * <pre>mvn test-compile exec:exec@event-benchmark</pre>
 */
final class EventBenchmark {
  private static final List<Integer> SUBSCRIBERS = List.of(1, 100, 2_000);
  private static final List<Integer> RATES = List.of(10, 20, 50, 100, 200, 400, 800, 1_600);
  private static final int QUIET_EVENTS = 50;
  private static final int SECONDS = 5;
  private static final int WRITERS = 8;

  /** With fewer, what else happens in the heap weighs more than they. */
  private static final int ENOUGH_TO_WEIGH = 1_000;

  /** Whoever makes fewer than asked for can't make more. */
  private static final double REACHED = 0.8;

  private static final double BOUND_MILLISECONDS = 250;

  private final ConfigurableApplicationContext server;
  private final BenchmarkChanges changes;
  private final UUID project;
  private final String token;

  private EventBenchmark(ConfigurableApplicationContext server) {
    this.server = server;
    People people = server.getBean(People.class);
    People.SignedIn client =
        people.user(draft -> draft.withCompany(people.company(CompanyType.CLIENTE)));
    project = server.getBean(Plants.class).plantOf(client.companyId()).projectId();
    token = client.token();
    changes = new BenchmarkChanges(server, project);
  }

  public static void main(String[] arguments) throws Exception {
    try (ConfigurableApplicationContext server = BenchmarkServer.start()) {
      new EventBenchmark(server).run();
    }
  }

  private void run() throws Exception {
    changes.make(500, true);
    for (int round = 1; round <= 5; round++) {
      System.out.printf(
          "round %d: %.0f commits/s without events, %.0f with%n",
          round, commitsPerSecond(false), commitsPerSecond(true));
    }
    for (int subscribers : SUBSCRIBERS) {
      long before = usedBytes();
      try (BenchmarkClients clients =
          BenchmarkClients.start(server.getBean(Api.class), token, project, subscribers)) {
        clients.meet(() -> changes.make(1, true), changes::mark);
        if (subscribers >= ENOUGH_TO_WEIGH) {
          System.out.printf(
              "%d subscribers: %.1f KiB of heap each while idle%n",
              subscribers, (usedBytes() - before) / 1024.0 / subscribers);
        }
        quiet(clients, subscribers);
        busy(clients, subscribers);
      }
    }
  }

  /** One change after the other, each told to all before the next. */
  private void quiet(BenchmarkClients clients, int subscribers) throws IOException {
    for (int number = 0; number < QUIET_EVENTS; number++) {
      changes.make(1, true);
      clients.await((long) subscribers * (number + 1));
    }
    System.out.printf("%d subscribers, one change at a time: %s%n", subscribers, clients.report());
  }

  /** More and more a second, until the slowest hundredth takes too long or no more are made. */
  private void busy(BenchmarkClients clients, int subscribers) throws IOException {
    for (int rate : RATES) {
      long began = System.nanoTime();
      int made = at(rate);
      double offered = made / ((System.nanoTime() - began) / 1e9);
      clients.await((long) subscribers * made);
      BenchmarkClients.Report report = clients.report();
      System.out.printf(
          "%d subscribers, %.0f of %d changes/s: %s%n", subscribers, offered, rate, report);
      if (report.p99() > BOUND_MILLISECONDS || offered < REACHED * rate) {
        return;
      }
    }
  }

  /** So many a second for some seconds, however long each takes; fewer where they can't. */
  private int at(int rate) {
    int count = rate * SECONDS;
    AtomicInteger next = new AtomicInteger();
    long began = System.nanoTime();
    inParallel(
        () -> {
          for (int number = next.getAndIncrement();
              number < count;
              number = next.getAndIncrement()) {
            long due = began + TimeUnit.SECONDS.toNanos(1) * number / rate;
            while (System.nanoTime() < due) {
              LockSupport.parkNanos(due - System.nanoTime());
            }
            changes.make(1, true);
          }
        });
    return count;
  }

  private double commitsPerSecond(boolean followed) {
    int each = 150;
    long began = System.nanoTime();
    inParallel(() -> changes.make(each, followed));
    return WRITERS * each / ((System.nanoTime() - began) / 1e9);
  }

  private static void inParallel(Runnable work) {
    List<CompletableFuture<Void>> running =
        IntStream.range(0, WRITERS)
            .mapToObj(number -> CompletableFuture.runAsync(work, Thread::startVirtualThread))
            .toList();
    running.forEach(CompletableFuture::join);
  }

  private static long usedBytes() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
