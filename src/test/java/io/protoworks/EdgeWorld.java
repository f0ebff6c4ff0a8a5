package io.protoworks;

import io.protoworks.platform.Viewer;
import io.protoworks.testing.Fixture;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes edges lead somewhere from many parents, by rows that the server would not write; to be
 * undone with the transaction that they were written in.
 */
@Fixture
class EdgeWorld {
  private static final Map<String, String> TABLES =
      Map.of(
          "subsystem", "plant.subsystems",
          "equipment", "plant.equipments",
          "gate_waiver", "completion.gate_waivers",
          "pendency", "pendency.pendencies",
          "security_event", "audit.security_events",
          "protocol_instrument", "protocol.protocol_instruments",
          "protocol_signature", "protocol.protocol_signatures",
          "attachment", "attachment.attachments",
          "user", "identity.users",
          "project", "plant.projects");

  private final JdbcClient database;

  EdgeWorld(JdbcClient database) {
    this.database = database;
  }

  /** The last thousands of a noun. */
  List<UUID> ids(String noun) {
    return database
        .sql("select id from %s order by id desc limit 2000".formatted(TABLES.get(noun)))
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  /** A thousand subsystems with an equipment each. */
  void fill(UUID projectId) {
    database
        .sql(
            """
            with subsystem as (
              insert into plant.subsystems (system_id, project_id, code, name, created_by, updated_by)
              select system.id, system.project_id, 'SS' || number, 'Subsystem', system.created_by,
                     system.created_by
                from (select * from plant.systems where project_id = ? and is_active limit 1) system,
                     generate_series(1, 1000) number
              returning *
            )
            insert into plant.equipments
                   (tag_id, application, subsystem_id, project_id, created_by, updated_by)
            select subsystem.code, 'Application', subsystem.id, subsystem.project_id,
                   subsystem.created_by, subsystem.created_by
              from subsystem
            """)
        .param(projectId)
        .update();
  }

  /**
   * What the system did was done by these users in turn, who also read what was beyond its limits;
   * the members of teams have roles of their own, and the last gates are open.
   */
  void spread(List<UUID> users) {
    database.sql("set local session_replication_role = replica").update();
    // Who is whose turn is by chance: whoever cleared a pendency may be who resolved it, too.
    database
        .sql("alter table pendency.pendencies drop constraint pendencies_resolved_by_check")
        .update();
    database
        .sql(
            """
            select format('%s %s', conrelid::regclass, attname)
              from pg_constraint
              join pg_attribute on attrelid = conrelid and attnum = conkey[1]
             where contype = 'f' and confrelid = 'identity.users'::regclass and cardinality(conkey) = 1
               and not exists (
               select from pg_trigger where tgrelid = conrelid and tgenabled = 'A' and tgtype & 16 <> 0)
            """)
        .query((row, number) -> row.getString(1).split(" ", 2))
        .list()
        .forEach(place -> spread(place[0], place[1], Viewer.SYSTEM_USER, users));
    steps(users);
    database
        .sql(
            """
            update protocol.protocol_items changed
               set filled_by = someone.id
              from (select id, row_number() over (order by id desc) as number
                      from protocol.protocol_items
                     where outcome = 'FAIL' and item_type = 'NUMBER_RANGE') placed,
                   unnest(:users::uuid[]) with ordinality as someone (id, number)
             where changed.id = placed.id
               and someone.number = placed.number % cardinality(:users::uuid[]) + 1
            """)
        .param("users", users.toArray(UUID[]::new))
        .update();
    database
        .sql("update completion.gates set is_open = true, changed_at = now() where type = 'GDEF'")
        .update();
    database
        .sql(
            """
            update plant.team_members member
               set role_id = role.id
              from (select id, row_number() over (order by id) as place from plant.team_members) placed,
                   (select id, row_number() over (order by id desc) as place from identity.roles) role
             where placed.id = member.id and role.place = placed.place % 10 + 1
            """)
        .update();
    database.sql("set local session_replication_role = origin").update();
  }

  /** A history never changes: the newest gets steps of these users. */
  private void steps(List<UUID> users) {
    database
        .sql(
            """
            insert into protocol.protocol_status_history
                   (protocol_id, sequence, previous_status, new_status, round, user_id, ip_address, reason)
            select newest.protocol_id, newest.sequence + someone.number, newest.previous_status, newest.new_status,
                   newest.round, someone.id, newest.ip_address, newest.reason
              from (select * from protocol.protocol_status_history order by id desc limit 1) newest,
                   unnest(:users::uuid[]) with ordinality as someone (id, number)
            """)
        .param("users", users.toArray(UUID[]::new))
        .update();
  }

  private void spread(String table, String column, UUID from, List<UUID> users) {
    database
        .sql(
            """
            update %1$s changed
               set %2$s = someone.id
              from (select ctid as place, row_number() over () as number from %1$s where %2$s = :from) placed,
                   unnest(:users::uuid[]) with ordinality as someone (id, number)
             where changed.ctid = placed.place
               and someone.number = placed.number %% cardinality(:users::uuid[]) + 1
            """
                .formatted(table, column))
        .param("from", from)
        .param("users", users.toArray(UUID[]::new))
        .update();
  }

  /** Each of these things has an entry in the log, in the chain of a project. */
  void record(UUID projectId, String type, List<UUID> ids) {
    database
        .sql(
            """
            insert into audit.audit_logs
                   (scope_type, scope_id, sequence, user_id, ip_address, action, event_type, entity_type, entity_id,
                    prev_chain_hash, chain_hash)
            select 'project', :project,
                   (select max(sequence) from audit.audit_logs where scope_type = 'project' and scope_id = :project)
                     + row_number() over (),
                   :user, '127.0.0.1', 'UPDATE', 'changed', :type, id, repeat('a', 64), repeat('b', 64)
              from unnest(:ids::uuid[]) as id
            """)
        .param("project", projectId)
        .param("user", Viewer.SYSTEM_USER)
        .param("type", type)
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }
}
