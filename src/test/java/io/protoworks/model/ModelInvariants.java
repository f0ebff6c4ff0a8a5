package io.protoworks.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.protoworks.protocol.ProtocolStatus;
import io.protoworks.template.ProtocolType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must hold between operations, asked of the rows themselves: nothing here uses a counter, a
 * view or a rule of the product.
 */
final class ModelInvariants {
  private final JdbcClient database;
  private final UUID projectId;

  ModelInvariants(JdbcClient database, UUID projectId) {
    this.database = database;
    this.projectId = projectId;
  }

  void requireAll() {
    requireHistoryIsAPath();
    requireSignaturesHaveTheirGuards();
    requireGatesAsTheRuleBookSays();
    requireProtocolsFollowTheirGates();
    requireCountsAreRecounts();
    requireEventsTellTheHistory();
  }

  /**
   * What is followed is in the log as it is in the audit; what it tells of protocols is their
   * history.
   */
  private void requireEventsTellTheHistory() {
    assertThat(
            none(
                """
                select 'place ' || coalesce(event.sequence, entry.sequence)
                  from (select * from platform.events where project_id = :project) event
                  full join (select * from audit.audit_logs
                              where scope_id = :project
                                and entity_type in ('Protocol', 'ProtocolItem', 'Pendency', 'Gate', 'GateWaiver')) entry
                    on entry.sequence = event.sequence and entry.event_type = event.type
                   and entry.entity_id = event.entity_id and entry.user_id = event.user_id
                 where event.sequence is null or entry.sequence is null
                union all
                select protocol.number || ' ' || history.steps || ', but ' || coalesce(told.steps, 'nothing')
                  from protocol.protocols protocol
                  left join lateral (
                    select string_agg(coalesce(previous_status::text, '-') || '>' || new_status, ' ' order by sequence)
                           as steps
                      from protocol.protocol_status_history
                     where protocol_id = protocol.id) history on true
                  left join lateral (
                    select string_agg(coalesce(previous_state, '-') || '>' || state, ' ' order by sequence) as steps
                      from platform.events
                     where project_id = :project and entity_id = protocol.id
                       and previous_state is distinct from state) told on true
                 where protocol.project_id = :project
                   and history.steps is distinct from told.steps
                union all
                select 'gate ' || gate.id
                  from completion.gates gate
                 where gate.project_id = :project
                   and (select state from platform.events
                         where project_id = :project and entity_id = gate.id order by sequence desc limit 1)
                       <> case when gate.is_open then 'OPEN' else 'CLOSED' end
                """))
        .as("events that tell something else")
        .isEmpty();
  }

  /** One step from another in the state machine, the first from nothing, the last where it is. */
  private void requireHistoryIsAPath() {
    assertThat(
            none(
                """
                select protocol.number || ' ' || history.sequence
                  from protocol.protocols protocol
                  join (select history.*, lag(new_status) over numbered as before,
                               row_number() over numbered as place, lead(new_status) over numbered as after
                          from protocol.protocol_status_history history
                        window numbered as (partition by protocol_id order by sequence)) history
                    on history.protocol_id = protocol.id
                 where protocol.project_id = :project
                   and (history.previous_status is distinct from history.before
                        or history.sequence <> history.place
                        or history.place = 1 and history.new_status <> 'CREATED'
                        or history.after is null and history.new_status <> protocol.status
                        or history.after is null and history.round <> protocol.round)
                union all
                select protocol.number || ' has none'
                  from protocol.protocols protocol
                 where protocol.project_id = :project
                   and not exists (select from protocol.protocol_status_history history
                                    where history.protocol_id = protocol.id)
                """))
        .as("histories that do not fit")
        .isEmpty();
    database
        .sql(
            """
            select distinct history.previous_status, history.new_status, protocol.stage
              from protocol.protocol_status_history history
              join protocol.protocols protocol on protocol.id = history.protocol_id
             where protocol.project_id = ? and history.previous_status is not null
            """)
        .param(projectId)
        .query(
            row -> {
              assertThat(
                      ProtocolStatus.valueOf(row.getString(1))
                          .canBecome(
                              ProtocolStatus.valueOf(row.getString(2)),
                              ProtocolType.valueOf(row.getString(3))))
                  .as("%s -> %s", row.getString(1), row.getString(2))
                  .isTrue();
            });
  }

  private void requireSignaturesHaveTheirGuards() {
    assertThat(
            none(
                """
                select 'signed without a step ' || signature.id
                  from protocol.protocol_signatures signature
                  join protocol.protocols protocol on protocol.id = signature.protocol_id
                 where protocol.project_id = :project
                   and not exists (select from protocol.protocol_status_history history
                                    where history.protocol_id = signature.protocol_id
                                      and history.round = signature.round and history.user_id = signature.user_id
                                      and history.new_status::text = signature.action)
                union all
                select 'a step without its signature ' || protocol.number
                  from protocol.protocol_status_history history
                  join protocol.protocols protocol on protocol.id = history.protocol_id
                 where protocol.project_id = :project and history.new_status in ('APPROVED', 'VALIDATED', 'FINALIZED')
                   and not exists (select from protocol.protocol_signatures signature
                                    where signature.protocol_id = history.protocol_id
                                      and signature.round = history.round and signature.user_id = history.user_id
                                      and signature.action = history.new_status::text)
                union all
                select 'signed what they filled ' || protocol.number
                  from protocol.protocols protocol
                  join protocol.protocol_items item on item.protocol_id = protocol.id
                  join protocol.protocol_signatures signature
                    on signature.protocol_id = protocol.id and signature.round = protocol.round
                   and signature.action = 'APPROVED' and signature.user_id = item.filled_by
                 where protocol.project_id = :project and item.filled_round = protocol.round
                union all
                select 'incomplete ' || protocol.number || ' ' || item."order"
                  from protocol.protocols protocol
                  join protocol.protocol_items item on item.protocol_id = protocol.id
                 where protocol.project_id = :project and item.required
                   and (protocol.status in ('SUBMITTED', 'APPROVED', 'VALIDATED', 'FINALIZED') and item.value is null
                        or protocol.status = 'FINALIZED' and item.approval_status <> 'APPROVED'
                        -- Whoever finalizes can find an item wrong, and then rejects the protocol.
                        or protocol.status = 'VALIDATED' and item.approval_status = 'PENDING')
                union all
                select 'finalized by its executor ' || protocol.number
                  from protocol.protocols protocol
                  join protocol.protocol_signatures signature
                    on signature.protocol_id = protocol.id and signature.action = 'FINALIZED'
                 where protocol.project_id = :project and signature.company_id = protocol.executor_company_id
                union all
                select 'not signed in order ' || protocol.number
                  from protocol.protocols protocol
                  join protocol.protocol_signatures later on later.protocol_id = protocol.id
                 where protocol.project_id = :project and later.action <> 'APPROVED'
                   and not exists (select from protocol.protocol_signatures earlier
                                    where earlier.protocol_id = later.protocol_id and earlier.round = later.round
                                      and earlier.content_hash = later.content_hash
                                      and earlier.user_id <> later.user_id and earlier.signed_at <= later.signed_at
                                      and earlier.action = case later.action when 'FINALIZED' then 'VALIDATED'
                                                                             else 'APPROVED' end)
                """))
        .as("signatures that should not be there")
        .isEmpty();
  }

  private void requireGatesAsTheRuleBookSays() {
    assertThat(
            none(
                """
                with live as (
                  select * from protocol.protocols
                   where project_id = :project and is_active and status <> 'CANCELLED'
                ), judged as (
                  select gate.id, gate.subsystem_id, gate.type, gate.is_open, gate_stage.stage
                    from completion.gates gate
                    join (values ('G12', 'C1'), ('G23', 'C2'), ('G34', 'C3'), ('G4H', 'C4'), ('GDEF', 'C4'))
                         as gate_stage (type, stage) on gate_stage.type = gate.type::text
                   where gate.project_id = :project
                )
                select subsystem_id || ' ' || type
                  from judged
                 where is_open <> (
                   exists (select from plant.equipments equipment
                            where equipment.subsystem_id = judged.subsystem_id and equipment.is_active)
                   and not exists (
                     select from plant.equipments equipment
                      where equipment.subsystem_id = judged.subsystem_id and equipment.is_active
                        and not exists (select from protocol.protocol_equipment_companies assignment
                                          join live on live.id = assignment.protocol_id
                                         where assignment.equipment_id = equipment.id
                                           and live.stage::text = judged.stage)
                        and not exists (select from completion.gate_waivers waiver
                                         where waiver.equipment_id = equipment.id and waiver.revoked_at is null
                                           and waiver.stage::text = judged.stage))
                   and not exists (select from live
                                    where live.subsystem_id = judged.subsystem_id and live.stage::text = judged.stage
                                      and live.status <> 'FINALIZED')
                   and not exists (select from pendency.pendencies pendency
                                    where pendency.subsystem_id = judged.subsystem_id and pendency.status = 'OPEN'
                                      and (pendency.type = 'PA' and pendency.stage::text <= judged.stage
                                           or judged.type = 'GDEF')))
                """))
        .as("gates that are not as the rule book says")
        .isEmpty();
  }

  private void requireProtocolsFollowTheirGates() {
    assertThat(
            none(
                """
                select protocol.number || ' ' || protocol.status || ' ' || protocol.gate_broken
                  from protocol.protocols protocol
                  join (values ('C2', 'G12'), ('C3', 'G23'), ('C4', 'G34')) as guard (stage, type)
                    on guard.stage = protocol.stage::text
                  join completion.gates gate
                    on gate.subsystem_id = protocol.subsystem_id and gate.type::text = guard.type
                 where protocol.project_id = :project and protocol.is_active
                   and case when protocol.status = 'AWAITING_GATE' then gate.is_open
                            when protocol.status = 'RELEASED' then not gate.is_open
                            when protocol.status in ('IN_PROGRESS', 'SUBMITTED', 'APPROVED', 'VALIDATED', 'REJECTED')
                            then protocol.gate_broken = gate.is_open
                            else false end
                """))
        .as("protocols that do not follow their gate")
        .isEmpty();
  }

  private void requireCountsAreRecounts() {
    assertThat(none(ModelRecount.STAGES)).as("stage_progress").isEmpty();
    assertThat(none(ModelRecount.SUBSYSTEMS)).as("subsystem_progress").isEmpty();
    assertThat(none(ModelRecount.PENDENCIES))
        .as("open pendencies of protocols and items")
        .isEmpty();
    assertThat(none(ModelRecount.TURNS)).as("subsystem_turns").isEmpty();
    assertThat(none(ModelRecount.WEEKS)).as("weekly_progress").isEmpty();
    assertThat(none(ModelRecount.TALLIES)).as("pendency_tallies").isEmpty();
  }

  private List<String> none(String query) {
    return database
        .sql(query)
        .param("project", projectId)
        .query((row, index) -> Objects.requireNonNull(row.getString(1)))
        .list();
  }

  /** Everything that there is of the project, as one word; another one as soon as a row differs. */
  String everything() {
    return database
        .sql(ModelRecount.EVERYTHING)
        .param("project", projectId)
        .query(String.class)
        .single();
  }

  int count(String query) {
    return database.sql(query).param("project", projectId).query(Integer.class).single();
  }
}
