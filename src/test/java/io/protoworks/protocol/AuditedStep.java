package io.protoworks.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the audit log that one step left behind, to be written again for other protocols. */
record AuditedStep(List<AuditRow> rows) {

  /** An entry, without its place in the chain. */
  record AuditRow(
      UUID userId,
      String action,
      String eventType,
      String entityType,
      UUID entityId,
      String previousData,
      String newData,
      String metadata) {}

  /** What each step of a protocol wrote; the entries of a transaction have one moment. */
  static Map<TransitionPlayer.Step, AuditedStep> ofLife(JdbcClient database, UUID protocolId) {
    Map<String, List<AuditRow>> byMoment = new LinkedHashMap<>();
    database
        .sql(
            """
            select entry.timestamp::text, entry.user_id, entry.action::text, entry.event_type, entry.entity_type,
                   entry.entity_id, entry.previous_data::text, entry.new_data::text, entry.metadata::text
              from audit.audit_logs entry
             where entry.entity_id = :protocol
                or entry.entity_id in (select id from protocol.protocol_items where protocol_id = :protocol)
                or entry.entity_id in (select id from protocol.protocol_signatures where protocol_id = :protocol)
             order by entry.sequence
            """)
        .param("protocol", protocolId)
        .query(
            row -> {
              byMoment
                  .computeIfAbsent(row.getString(1), moment -> new ArrayList<>())
                  .add(
                      new AuditRow(
                          row.getObject(2, UUID.class),
                          row.getString(3),
                          row.getString(4),
                          row.getString(5),
                          row.getObject(6, UUID.class),
                          row.getString(7),
                          row.getString(8),
                          row.getString(9)));
            });
    TransitionPlayer.Step[] steps = TransitionPlayer.Step.values();
    if (byMoment.size() != steps.length) {
      throw new IllegalStateException("not a step each: " + byMoment.keySet());
    }
    Map<TransitionPlayer.Step, AuditedStep> audited = new LinkedHashMap<>();
    byMoment.values().forEach(rows -> audited.put(steps[audited.size()], new AuditedStep(rows)));
    return audited;
  }
}
