package io.protoworks.completion;

import io.protoworks.testing.Fixture;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hears of every move of a gate, and can say no to those of a subsystem. */
@Fixture
public class GateWatch implements GateListener {
  /** What was heard, and whether the database said the same at that moment. */
  public record Heard(GateMove move, boolean asTheDatabaseSays) {}

  private final JdbcClient database;
  private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
  private final Set<UUID> refused = ConcurrentHashMap.newKeySet();

  GateWatch(JdbcClient database) {
    this.database = database;
  }

  /** From now on gates of this subsystem can't move. */
  public void refuse(UUID subsystemId) {
    refused.add(subsystemId);
  }

  public List<Heard> heardOf(UUID subsystemId) {
    return heard.stream()
        .filter(each -> each.move().after().subsystemId().equals(subsystemId))
        .toList();
  }

  @Override
  public void moved(List<GateMove> moves) {
    for (GateMove move : moves) {
      if (refused.contains(move.after().subsystemId())) {
        throw new IllegalStateException("refused by the test");
      }
      heard.add(new Heard(move, isOpen(move.after().id()) == move.after().isOpen()));
    }
  }

  private boolean isOpen(UUID gateId) {
    return database
        .sql("select is_open from completion.gates where id = ?")
        .param(gateId)
        .query(Boolean.class)
        .single();
  }
}
