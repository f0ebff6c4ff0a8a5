package io.protoworks.event;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Followed;
import io.protoworks.platform.Viewer;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes that write nothing but their record, and their event if they are followed. */
final class BenchmarkChanges {
  private static final Viewer SYSTEM = Viewer.system(Set.of());

  private final Changes changes;
  private final TransactionTemplate transaction;
  private final UUID project;

  BenchmarkChanges(ConfigurableApplicationContext server, UUID project) {
    changes = server.getBean(Changes.class);
    transaction = server.getBean(TransactionTemplate.class);
    this.project = project;
  }

  /** Its state is the moment at which it was written, just before the commit. */
  private record Tick(UUID id, boolean isMark) implements Followed {
    @Override
    public String stateNow() {
      return isMark ? "0" : Long.toString(System.nanoTime());
    }
  }

  private record Tock(UUID id) {}

  /** So many, each a transaction. */
  void make(int count, boolean followed) {
    for (int number = 0; number < count; number++) {
      UUID id = UUID.randomUUID();
      record(id, followed ? new Tick(id, false) : new Tock(id));
    }
  }

  /** One that tells from where on is measured. */
  void mark() {
    UUID id = UUID.randomUUID();
    record(id, new Tick(id, true));
  }

  private void record(UUID id, Object row) {
    transaction.executeWithoutResult(
        status -> changes.record(SYSTEM, Change.created("Gate", id, project, row)));
  }
}
