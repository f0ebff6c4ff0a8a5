package io.protoworks.event;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the log of a project says in the end. */
record FaultLog(List<Entry> entries) {
  /** One line of it. */
  record Entry(long sequence, Change change) {}

  /** What happened to what, as who did it knows. */
  record Change(String type, UUID entityId) {}

  static FaultLog read(JdbcClient database, UUID project) {
    return new FaultLog(
        database
            .sql(
                "select sequence, type, entity_id from platform.events"
                    + " where project_id = ? order by sequence")
            .param(project)
            .query(
                (row, number) ->
                    new Entry(
                        row.getLong(1), new Change(row.getString(2), row.getObject(3, UUID.class))))
            .list());
  }

  List<Change> changes() {
    return entries.stream().map(Entry::change).toList();
  }

  List<Long> sequences() {
    return entries.stream().map(Entry::sequence).toList();
  }

  List<Long> sequences(String type) {
    return entries.stream()
        .filter(entry -> entry.change().type().equals(type))
        .map(Entry::sequence)
        .toList();
  }
}
