package io.protoworks.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.testing.ServerTest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class AuditPartitionTests {
  @Autowired AuditLogMapper entries;
  @Autowired AuditPartitions partitions;
  @Autowired Clock clock;
  @Autowired JdbcClient database;

  private List<@Nullable String> names() {
    return database
        .sql(
            """
            select inhrelid::regclass::text from pg_inherits
             where inhparent = 'audit.audit_logs'::regclass
            """)
        .query(String.class)
        .list();
  }

  @Test
  void areThereForAYearAhead() {
    partitions.ensure();
    YearMonth now = YearMonth.now(clock);
    List<String> expected =
        IntStream.rangeClosed(0, 12)
            .mapToObj(now::plusMonths)
            .map(
                month -> "audit.audit_logs_" + month.format(DateTimeFormatter.ofPattern("uuuu_MM")))
            .toList();
    assertThat(names()).containsAll(expected);
  }

  @Test
  void areMadeOnceByWhoeverComesFirst() throws Exception {
    int before = names().size();
    int callers = 8;
    CountDownLatch ready = new CountDownLatch(callers);
    try (var threads = Executors.newFixedThreadPool(callers)) {
      List<Future<Integer>> made =
          IntStream.range(0, callers)
              .mapToObj(
                  caller ->
                      threads.submit(
                          () -> {
                            ready.countDown();
                            ready.await();
                            return entries.ensurePartitions(LocalDate.of(2099, 11, 30), 3);
                          }))
              .toList();
      int total = 0;
      for (Future<Integer> one : made) {
        total += one.get();
      }
      assertThat(total).isEqualTo(3);
    }
    assertThat(names())
        .hasSize(before + 3)
        .contains(
            "audit.audit_logs_2099_11", "audit.audit_logs_2099_12", "audit.audit_logs_2100_01");
  }
}
