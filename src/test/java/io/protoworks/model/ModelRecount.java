package io.protoworks.model;

/** Statements that count from the rows, and answer a line for each counter that says otherwise. */
public final class ModelRecount {
  private ModelRecount() {}

  public static final String STAGES =
      """
      select progress.subsystem_id || ' ' || progress.stage
        from completion.stage_progress progress
        left join lateral (
          select count(*) filter (where status = 'CREATED') as created,
                 count(*) filter (where status = 'AWAITING_GATE') as awaiting_gate,
                 count(*) filter (where status = 'RELEASED') as released,
                 count(*) filter (where status = 'IN_PROGRESS') as in_progress,
                 count(*) filter (where status = 'SUBMITTED') as submitted,
                 count(*) filter (where status = 'APPROVED') as approved,
                 count(*) filter (where status = 'VALIDATED') as validated,
                 count(*) filter (where status = 'FINALIZED') as finalized,
                 count(*) filter (where status = 'REJECTED') as rejected,
                 count(*) filter (where status = 'CANCELLED') as cancelled
            from protocol.protocols protocol
           where protocol.subsystem_id = progress.subsystem_id and protocol.stage = progress.stage and protocol.is_active
        ) counted on true
        left join lateral (
          select count(*) filter (where type = 'PA') as pa, count(*) filter (where type = 'PB') as pb,
                 count(*) filter (where type = 'PC') as pc
            from pendency.pendencies pendency
           where pendency.subsystem_id = progress.subsystem_id and pendency.stage = progress.stage
             and pendency.status = 'OPEN'
        ) opened on true
        left join lateral (
          select count(*) as covered
            from plant.equipments equipment
           where equipment.subsystem_id = progress.subsystem_id and equipment.is_active
             and (exists (select from protocol.protocol_equipment_companies assignment
                            join protocol.protocols protocol on protocol.id = assignment.protocol_id
                           where assignment.equipment_id = equipment.id and protocol.stage = progress.stage
                             and protocol.is_active and protocol.status <> 'CANCELLED')
                  or exists (select from completion.gate_waivers waiver
                              where waiver.equipment_id = equipment.id and waiver.stage = progress.stage
                                and waiver.revoked_at is null))
        ) covering on true
       where progress.project_id = :project
         and (progress.created, progress.awaiting_gate, progress.released, progress.in_progress, progress.submitted,
              progress.approved, progress.validated, progress.finalized, progress.rejected, progress.cancelled,
              progress.open_pa, progress.open_pb, progress.open_pc, progress.covered)
             is distinct from
             (counted.created, counted.awaiting_gate, counted.released, counted.in_progress, counted.submitted,
              counted.approved, counted.validated, counted.finalized, counted.rejected, counted.cancelled,
              opened.pa, opened.pb, opened.pc, covering.covered)
      """;

  public static final String SUBSYSTEMS =
      """
      select progress.subsystem_id::text
        from completion.subsystem_progress progress
        left join lateral (
          select count(*) as equipments,
                 count(*) filter (where not exists (
                   select from protocol.protocol_equipment_companies assignment
                     join protocol.protocols protocol on protocol.id = assignment.protocol_id
                    where assignment.equipment_id = equipment.id and protocol.is_active
                      and protocol.status <> 'CANCELLED')
                   and (select count(*) from completion.gate_waivers waiver
                         where waiver.equipment_id = equipment.id and waiver.revoked_at is null) < 4) as without_protocol
            from plant.equipments equipment
           where equipment.subsystem_id = progress.subsystem_id and equipment.is_active
        ) counted on true
       where progress.project_id = :project
         and (progress.equipments, progress.without_protocol)
             is distinct from (counted.equipments, counted.without_protocol)
      """;

  public static final String PENDENCIES =
      """
      select 'protocol ' || protocol.number
        from protocol.protocols protocol
        left join pendency.pendencies pendency on pendency.protocol_id = protocol.id and pendency.status = 'OPEN'
       where protocol.project_id = :project
       group by protocol.id
      having (protocol.open_pa, protocol.open_pb, protocol.open_pc)
             is distinct from (count(*) filter (where pendency.type = 'PA'), count(*) filter (where pendency.type = 'PB'),
                               count(*) filter (where pendency.type = 'PC'))
      union all
      select 'item ' || item.id
        from protocol.protocol_items item
        join protocol.protocols protocol on protocol.id = item.protocol_id
        left join pendency.pendencies pendency on pendency.protocol_item_id = item.id and pendency.status = 'OPEN'
       where protocol.project_id = :project
       group by item.id
      having item.open_pendencies <> count(pendency.id)
      """;

  public static final String TURNS =
      """
      select coalesce(turn.subsystem_id, counted.subsystem_id)::text
        from (select * from protocol.subsystem_turns where project_id = :project and protocols > 0) turn
        full join (select subsystem_id, current_company_id, stage, status, count(*) as protocols
                     from protocol.protocols
                    where project_id = :project and is_active and current_company_id is not null
                    group by subsystem_id, current_company_id, stage, status) counted
          on (turn.subsystem_id, turn.company_id, turn.stage, turn.status)
             = (counted.subsystem_id, counted.current_company_id, counted.stage, counted.status)
       where turn.protocols is distinct from counted.protocols
      """;

  public static final String WEEKS =
      """
      select coalesce(weekly.week, counted.week)::text
        from (select * from protocol.weekly_progress where project_id = :project and done > 0) weekly
        full join (select stage, date_trunc('week', finalized_at at time zone 'UTC')::date as week, count(*) as done
                     from protocol.protocols
                    where project_id = :project and is_active and status = 'FINALIZED'
                    group by stage, week) counted
          on (weekly.stage, weekly.week) = (counted.stage, counted.week)
       where weekly.done is distinct from counted.done
      """;

  public static final String TALLIES =
      """
      select coalesce(tally.raised_on, counted.raised_on)::text
        from (select * from pendency.pendency_tallies where project_id = :project and open > 0) tally
        full join (select clearing_company_id, type, stage, (created_at at time zone 'UTC')::date as raised_on,
                          count(*) as open
                     from pendency.pendencies
                    where project_id = :project and status = 'OPEN'
                    group by clearing_company_id, type, stage, raised_on) counted
          on (tally.company_id, tally.type, tally.stage, tally.raised_on)
             = (counted.clearing_company_id, counted.type, counted.stage, counted.raised_on)
       where tally.open is distinct from counted.open
      """;

  public static final String EVERYTHING =
      """
      select md5(string_agg(line, '|' order by line))
        from (select to_jsonb(protocol)::text as line
                from protocol.protocols protocol where project_id = :project
              union all
              select to_jsonb(item)::text
                from protocol.protocol_items item
                join protocol.protocols protocol on protocol.id = item.protocol_id
               where protocol.project_id = :project
              union all
              select to_jsonb(assignment)::text
                from protocol.protocol_equipment_companies assignment
                join protocol.protocols protocol on protocol.id = assignment.protocol_id
               where protocol.project_id = :project
              union all
              select to_jsonb(history)::text
                from protocol.protocol_status_history history
                join protocol.protocols protocol on protocol.id = history.protocol_id
               where protocol.project_id = :project
              union all
              select to_jsonb(signature)::text
                from protocol.protocol_signatures signature
                join protocol.protocols protocol on protocol.id = signature.protocol_id
               where protocol.project_id = :project
              union all
              select to_jsonb(pendency)::text from pendency.pendencies pendency where project_id = :project
              union all
              select to_jsonb(history)::text
                from pendency.pendency_history history
                join pendency.pendencies pendency on pendency.id = history.pendency_id
               where pendency.project_id = :project
              union all
              select to_jsonb(waiver)::text from completion.gate_waivers waiver where project_id = :project
              union all
              select to_jsonb(gate)::text from completion.gates gate where project_id = :project
              union all
              select to_jsonb(progress)::text from completion.stage_progress progress where project_id = :project
              union all
              select to_jsonb(equipment)::text from plant.equipments equipment where project_id = :project
              union all
              select to_jsonb(head)::text from audit.audit_chain_heads head where scope_id = :project) as state
      """;
}
