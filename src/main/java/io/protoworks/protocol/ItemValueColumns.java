package io.protoworks.protocol;

import java.util.List;
import java.util.UUID;

/** Judged values of items, as a statement takes them: an array per column. */
@SuppressWarnings("ArrayRecordComponent") // read once, by the statement
record ItemValueColumns(
    UUID[] ids, String[] values, String[] outcomes, Boolean[] needPendency, Boolean[] needPhoto) {

  static ItemValueColumns of(List<JudgedValue> judged) {
    return new ItemValueColumns(
        judged.stream().map(JudgedValue::itemId).toArray(UUID[]::new),
        judged.stream().map(value -> value.json().text()).toArray(String[]::new),
        judged.stream().map(value -> value.outcome().name()).toArray(String[]::new),
        judged.stream().map(JudgedValue::needsPendency).toArray(Boolean[]::new),
        judged.stream().map(JudgedValue::needsPhoto).toArray(Boolean[]::new));
  }
}
