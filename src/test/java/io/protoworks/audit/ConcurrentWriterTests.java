package io.protoworks.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.platform.Change;
import io.protoworks.testing.ServerTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Eight at once, over chains of their own and shared ones that do not exist yet. */
@ServerTest
class ConcurrentWriterTests {
  private static final int WRITERS = 8;
  private static final int TRANSACTIONS = 40;

  @Autowired AuditChainService chains;
  @Autowired Ledger ledger;

  @Test
  void neitherForkNorDeadlock() throws Exception {
    List<UUID> shared = Stream.generate(UUID::randomUUID).limit(5).toList();
    List<UUID> own = Stream.generate(UUID::randomUUID).limit(WRITERS).toList();
    long globalBefore = chains.verify(AuditScope.GLOBAL).checkedCount();
    CountDownLatch ready = new CountDownLatch(WRITERS);
    try (var threads = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        UUID ownProject = own.get(writer);
        Random order = new Random(writer);
        writers.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  for (int number = 0; number < TRANSACTIONS; number++) {
                    ledger.record(changes(shared, ownProject, order));
                  }
                  return null;
                }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    for (UUID project : shared) {
      assertHolds(project, (long) WRITERS * TRANSACTIONS);
    }
    for (UUID project : own) {
      assertHolds(project, TRANSACTIONS);
    }
    AuditChainVerification global = chains.verify(AuditScope.GLOBAL);
    assertThat(global.holds()).isTrue();
    assertThat(global.checkedCount() - globalBefore).isEqualTo((long) WRITERS * TRANSACTIONS);
  }

  private void assertHolds(UUID projectId, long count) {
    assertThat(chains.verify(new AuditScope(projectId)))
        .isEqualTo(new AuditChainVerification(count, null));
  }

  /** One change to each chain, in an order of their own. */
  private static Change[] changes(List<UUID> shared, UUID ownProject, Random order) {
    List<Change> changes = new ArrayList<>();
    changes.add(Ledger.change(null, Map.of()));
    changes.add(Ledger.change(ownProject, Map.of()));
    shared.forEach(project -> changes.add(Ledger.change(project, Map.of())));
    Collections.shuffle(changes, order);
    return changes.toArray(Change[]::new);
  }
}
