package io.protoworks.model;

import io.protoworks.platform.TypeId;
import io.protoworks.protocol.ProtocolStatus;
import io.protoworks.template.ItemType;
import io.protoworks.template.PendencyType;
import io.protoworks.template.ProtocolType;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody who looks before they act would see: one thing of each kind, at random. */
final class ModelState {
  private final JdbcClient database;
  private final UUID projectId;

  ModelState(JdbcClient database, UUID projectId) {
    this.database = database;
    this.projectId = projectId;
  }

  record Seen(UUID id, int version, ProtocolStatus status, ProtocolType stage) {
    String globalId() {
      return new TypeId("protocol", id).toString();
    }
  }

  record SeenItem(UUID id, int version, ItemType type, boolean needsPendency) {
    String globalId() {
      return new TypeId("protocol_item", id).toString();
    }
  }

  record SeenPendency(
      UUID id,
      int version,
      PendencyType type,
      boolean isCleared,
      boolean isAskedToWeighLess,
      ProtocolType stage) {
    String globalId() {
      return new TypeId("pendency", id).toString();
    }
  }

  record SeenEquipment(UUID id, int version, boolean isActive, boolean isInProtocols) {
    String globalId() {
      return new TypeId("equipment", id).toString();
    }
  }

  record SeenInstrument(UUID id, int version) {
    String globalId() {
      return new TypeId("protocol_instrument", id).toString();
    }
  }

  /** Mostly one that something is still to be done with. */
  Optional<Seen> protocol(Random random) {
    return database
        .sql(
            """
            select id, version, status, stage
              from protocol.protocols
             where project_id = ? and (status <> 'CANCELLED' or ?)
             order by case when status = 'FINALIZED' then 1 else 0 end * ?, md5(id::text || ?)
             limit 1
            """)
        .params(projectId, random.nextInt(20) == 0, random.nextInt(5) > 0 ? 1 : 0, salt(random))
        .query(
            (row, index) ->
                new Seen(
                    row.getObject(1, UUID.class),
                    row.getInt(2),
                    ProtocolStatus.valueOf(row.getString(3)),
                    ProtocolType.valueOf(row.getString(4))))
        .optional();
  }

  List<SeenItem> items(UUID protocolId) {
    return database
        .sql(
            """
            select id, version, item_type, needs_pendency and open_pendencies = 0
              from protocol.protocol_items where protocol_id = ? order by "order"
            """)
        .param(protocolId)
        .query(
            (row, index) ->
                new SeenItem(
                    row.getObject(1, UUID.class),
                    row.getInt(2),
                    ItemType.valueOf(row.getString(3)),
                    row.getBoolean(4)))
        .list();
  }

  List<SeenInstrument> instruments(UUID protocolId) {
    return database
        .sql(
            "select id, version from protocol.protocol_instruments"
                + " where protocol_id = ? and is_active order by id")
        .param(protocolId)
        .query((row, index) -> new SeenInstrument(row.getObject(1, UUID.class), row.getInt(2)))
        .list();
  }

  /** The subsystem that a protocol is in. */
  UUID subsystemOf(UUID protocolId) {
    return database
        .sql("select subsystem_id from protocol.protocols where id = ?")
        .param(protocolId)
        .query(UUID.class)
        .single();
  }

  Optional<SeenPendency> pendency(Random random) {
    return database
        .sql(
            """
            select id, version, type, cleared_at is not null, requested_type is not null, stage
              from pendency.pendencies
             where project_id = ? and (status = 'OPEN' or ?)
             order by md5(id::text || ?)
             limit 1
            """)
        .params(projectId, random.nextInt(20) == 0, salt(random))
        .query(
            (row, index) ->
                new SeenPendency(
                    row.getObject(1, UUID.class),
                    row.getInt(2),
                    PendencyType.valueOf(row.getString(3)),
                    row.getBoolean(4),
                    row.getBoolean(5),
                    ProtocolType.valueOf(row.getString(6))))
        .optional();
  }

  List<SeenEquipment> equipments(UUID subsystemId) {
    return database
        .sql(
            """
            select id, version, is_active,
                   exists (select from protocol.protocol_equipment_companies assignment
                            where assignment.equipment_id = equipment.id)
              from plant.equipments equipment
             where subsystem_id = ?
             order by md5(id::text || version)
            """)
        .param(subsystemId)
        .query(
            (row, index) ->
                new SeenEquipment(
                    row.getObject(1, UUID.class),
                    row.getInt(2),
                    row.getBoolean(3),
                    row.getBoolean(4)))
        .list();
  }

  /** Active equipments that nothing covers at a stage. */
  List<UUID> uncovered(UUID subsystemId, ProtocolType stage) {
    return database
        .sql(
            """
            select equipment.id
              from plant.equipments equipment
             where equipment.subsystem_id = ? and equipment.is_active
               and not exists (select from completion.equipment_stages covering
                                where covering.equipment_id = equipment.id
                                  and covering.stage = ?::template.protocol_type
                                  and (covering.protocols > 0 or covering.is_waived))
            """)
        .params(subsystemId, stage.name())
        .query((row, index) -> row.getObject(1, UUID.class))
        .list();
  }

  Optional<UUID> waiver(Random random) {
    return database
        .sql(
            """
            select id from completion.gate_waivers
             where project_id = ? and (revoked_at is null or ?) order by md5(id::text || ?) limit 1
            """)
        .params(projectId, random.nextInt(10) == 0, salt(random))
        .query(UUID.class)
        .optional();
  }

  private static String salt(Random random) {
    return Integer.toString(random.nextInt());
  }
}
