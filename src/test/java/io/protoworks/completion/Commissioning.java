package io.protoworks.completion;

import io.protoworks.platform.Viewer;
import io.protoworks.template.ProtocolType;
import io.protoworks.testing.Fixture;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Waivers and counts for tests, straight into the database: gates are judged at the next change.
 */
@Fixture
public class Commissioning {
  private final JdbcClient database;

  Commissioning(JdbcClient database) {
    this.database = database;
  }

  /** Exempts an equipment from a stage. */
  public UUID waive(UUID equipmentId, ProtocolType stage) {
    return database
        .sql(
            """
            insert into completion.gate_waivers
                   (equipment_id, stage, subsystem_id, project_id, reason, company_id, signed_by, signed_at,
                    ip_address, signature_image_path, content_hash)
            select equipment.id, ?::template.protocol_type, equipment.subsystem_id, equipment.project_id,
                   'Not in the scope', project.client_company_id, ?, now(), '192.0.2.1', 'signatures/1',
                   repeat('0', 64)
              from plant.equipments equipment
              join plant.projects project on project.id = equipment.project_id
             where equipment.id = ?
            returning id
            """)
        .params(stage.name(), Viewer.SYSTEM_USER, equipmentId)
        .query(UUID.class)
        .single();
  }

  /** Exempts an equipment from every stage. */
  public void waive(UUID equipmentId) {
    for (ProtocolType stage : ProtocolType.values()) {
      waive(equipmentId, stage);
    }
  }

  /** Ends an exemption. */
  public void revoke(UUID waiverId) {
    database
        .sql(
            "update completion.gate_waivers set revoked_at = now(), revoked_by = signed_by,"
                + " revocation_reason = 'It is in the scope' where id = ?")
        .param(waiverId)
        .update();
  }

  /** Sets a count of a stage: {@code count(subsystem, C1, "open_pa", 2)}. */
  public void count(UUID subsystemId, ProtocolType stage, String column, int value) {
    database
        .sql(
            "update completion.stage_progress set %s = ? where subsystem_id = ? and stage = ?::template.protocol_type"
                .formatted(column))
        .params(value, subsystemId, stage.name())
        .update();
  }

  /** Counts anew what is covered. */
  public void recount(UUID subsystemId) {
    database
        .sql("select completion.recount_coverage(array[?::uuid])::text")
        .param(subsystemId)
        .query(String.class)
        .single();
  }

  /** Which gates of a subsystem are open. */
  public Map<GateType, Boolean> gates(UUID subsystemId) {
    return database
        .sql("select type, is_open from completion.gates where subsystem_id = ?")
        .param(subsystemId)
        .query((row, number) -> Map.entry(GateType.valueOf(row.getString(1)), row.getBoolean(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  public UUID gate(UUID subsystemId, GateType type) {
    return database
        .sql(
            "select id from completion.gates where subsystem_id = ? and type = ?::completion.gate_type")
        .params(subsystemId, type.name())
        .query(UUID.class)
        .single();
  }
}
