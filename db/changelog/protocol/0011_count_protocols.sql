--liquibase formatted sql

--changeset protoworks:protocol-0011 splitStatements:false stripComments:false
create function protocol.count_stages(before protocol.protocols[], after protocol.protocols[]) returns void
  language sql
  set search_path = pg_catalog, pg_temp
  as $body$
    with moves as (
      select subsystem_id, stage, status, sum(sign) as change
        from (select subsystem_id, stage, status, -1 as sign from unnest(before) where is_active
              union all
              select subsystem_id, stage, status, 1 from unnest(after) where is_active) as state
       group by subsystem_id, stage, status
      having sum(sign) <> 0
    ), changes as (
      select subsystem_id, stage,
             coalesce(sum(change) filter (where status = 'CREATED'), 0) as created,
             coalesce(sum(change) filter (where status = 'AWAITING_GATE'), 0) as awaiting_gate,
             coalesce(sum(change) filter (where status = 'RELEASED'), 0) as released,
             coalesce(sum(change) filter (where status = 'IN_PROGRESS'), 0) as in_progress,
             coalesce(sum(change) filter (where status = 'SUBMITTED'), 0) as submitted,
             coalesce(sum(change) filter (where status = 'APPROVED'), 0) as approved,
             coalesce(sum(change) filter (where status = 'VALIDATED'), 0) as validated,
             coalesce(sum(change) filter (where status = 'FINALIZED'), 0) as finalized,
             coalesce(sum(change) filter (where status = 'REJECTED'), 0) as rejected,
             coalesce(sum(change) filter (where status = 'CANCELLED'), 0) as cancelled
        from moves
       group by subsystem_id, stage
    )
    update completion.stage_progress progress
       set created = progress.created + changes.created,
           awaiting_gate = progress.awaiting_gate + changes.awaiting_gate,
           released = progress.released + changes.released,
           in_progress = progress.in_progress + changes.in_progress,
           submitted = progress.submitted + changes.submitted,
           approved = progress.approved + changes.approved,
           validated = progress.validated + changes.validated,
           finalized = progress.finalized + changes.finalized,
           rejected = progress.rejected + changes.rejected,
           cancelled = progress.cancelled + changes.cancelled
      from changes
     where progress.subsystem_id = changes.subsystem_id and progress.stage = changes.stage
  $body$;

comment on function protocol.count_stages(protocol.protocols[], protocol.protocols[]) is
  'Moves protocols from one status to another in completion.stage_progress.';

create function protocol.count_turns(before protocol.protocols[], after protocol.protocols[]) returns void
  language sql
  set search_path = pg_catalog, pg_temp
  as $body$
    insert into protocol.subsystem_turns as turn (subsystem_id, company_id, stage, status, project_id)
    select distinct subsystem_id, current_company_id, stage, status, project_id
      from unnest(after)
     where is_active and current_company_id is not null
        on conflict do nothing;

    update protocol.subsystem_turns turn
       set protocols = turn.protocols + moves.change
      from (select subsystem_id, current_company_id, stage, status, sum(sign) as change
              from (select subsystem_id, current_company_id, stage, status, -1 as sign from unnest(before) where is_active
                    union all
                    select subsystem_id, current_company_id, stage, status, 1 from unnest(after) where is_active) as state
             where current_company_id is not null
             group by subsystem_id, current_company_id, stage, status
            having sum(sign) <> 0) moves
     where turn.subsystem_id = moves.subsystem_id and turn.company_id = moves.current_company_id
       and turn.stage = moves.stage and turn.status = moves.status
  $body$;

comment on function protocol.count_turns(protocol.protocols[], protocol.protocols[]) is
  'Moves protocols from one company''s turn to another''s in subsystem_turns.';

create function protocol.weeks_of(states protocol.protocols[], sign integer)
  returns table (project_id uuid, stage template.protocol_type, week date, planned integer, done integer)
  language sql immutable
  set search_path = pg_catalog, pg_temp
  as $body$
    select state.project_id, state.stage, date_trunc('week', state.due_on::timestamp)::date, sign, 0
      from unnest(states) as state
     where state.is_active and state.status <> 'CANCELLED' and state.due_on is not null
    union all
    select state.project_id, state.stage, date_trunc('week', state.finalized_at at time zone 'UTC')::date, 0, sign
      from unnest(states) as state
     where state.is_active and state.finalized_at is not null
  $body$;

comment on function protocol.weeks_of(protocol.protocols[], integer) is
  'What protocols count for in which week, times the sign.';

create function protocol.count_weeks(before protocol.protocols[], after protocol.protocols[]) returns void
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  changes jsonb;
begin
  select jsonb_agg(change order by change.project_id, change.stage, change.week) into changes
    from (select project_id, stage, week, sum(planned) as planned, sum(done) as done
            from (select * from protocol.weeks_of(before, -1) union all select * from protocol.weeks_of(after, 1)) as weeks
           group by project_id, stage, week
          having sum(planned) <> 0 or sum(done) <> 0) as change;
  if changes is null then
    return;
  end if;

  -- In one order, so that two that count the same weeks wait for each other and do not deadlock.
  insert into protocol.weekly_progress (project_id, stage, week)
  select change.project_id, change.stage, change.week
    from jsonb_to_recordset(changes) as change (project_id uuid, stage template.protocol_type, week date)
   order by change.project_id, change.stage, change.week
      on conflict do nothing;

  perform
     from protocol.weekly_progress weekly
     join jsonb_to_recordset(changes) as change (project_id uuid, stage template.protocol_type, week date)
       on weekly.project_id = change.project_id and weekly.stage = change.stage and weekly.week = change.week
    order by weekly.project_id, weekly.stage, weekly.week
      for no key update of weekly;

  update protocol.weekly_progress weekly
     set planned = weekly.planned + change.planned, done = weekly.done + change.done
    from jsonb_to_recordset(changes)
         as change (project_id uuid, stage template.protocol_type, week date, planned integer, done integer)
   where weekly.project_id = change.project_id and weekly.stage = change.stage and weekly.week = change.week;
end
$body$;

comment on function protocol.count_weeks(protocol.protocols[], protocol.protocols[]) is
  'Moves protocols from one week to another in weekly_progress.';

create function protocol.count_new_protocols() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  none protocol.protocols[] := array[]::protocol.protocols[];
  after protocol.protocols[] := array(select new_rows::protocol.protocols from new_rows);
begin
  perform completion.lock_subsystems(array(select distinct subsystem_id from new_rows));
  perform protocol.count_stages(none, after);
  perform protocol.count_turns(none, after);
  perform protocol.count_weeks(none, after);
  return null;
end
$body$;

comment on function protocol.count_new_protocols() is 'Trigger per statement: counts new protocols.';

create function protocol.count_changed_protocols() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  before protocol.protocols[];
  after protocol.protocols[];
begin
  select array_agg(old_rows::protocol.protocols), array_agg(new_rows::protocol.protocols) into before, after
    from new_rows
    join old_rows on old_rows.id = new_rows.id
   where (new_rows.status, new_rows.is_active, new_rows.current_company_id, new_rows.due_on)
         is distinct from (old_rows.status, old_rows.is_active, old_rows.current_company_id, old_rows.due_on);
  if after is null then
    return null;
  end if;
  perform completion.lock_subsystems(array(select distinct subsystem_id from unnest(after)));
  perform protocol.count_stages(before, after);
  perform protocol.count_turns(before, after);
  perform protocol.count_weeks(before, after);

  update protocol.protocol_equipment_companies assignment
     set status = state.status::text, updated_at = now()
    from unnest(after) as state
   where assignment.protocol_id = state.id and assignment.status <> state.status::text;

  perform protocol.recount_equipment_stages(array(
    select state.id
      from unnest(after) as state
      join unnest(before) as earlier on earlier.id = state.id
     where (state.is_active and state.status <> 'CANCELLED')
           <> (earlier.is_active and earlier.status <> 'CANCELLED')));
  return null;
end
$body$;

comment on function protocol.count_changed_protocols() is
  'Trigger per statement: counts what changed status, activity, turn or due day, and hands the status on to the assignments.';

create function protocol.recount_equipment_stages(ids uuid[]) returns void
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  subsystems uuid[];
begin
  if cardinality(ids) = 0 then
    return;
  end if;
  subsystems := array(select distinct subsystem_id from protocol.protocols where id = any (ids));
  perform completion.lock_subsystems(subsystems);

  insert into completion.equipment_stages as covering (equipment_id, stage, subsystem_id, protocols)
  select named.equipment_id, named.stage, named.subsystem_id,
         (select count(distinct protocol.id)
            from protocol.protocol_equipment_companies assignment
            join protocol.protocols protocol on protocol.id = assignment.protocol_id
           where assignment.equipment_id = named.equipment_id and assignment.is_active
             and protocol.stage = named.stage and protocol.is_active and protocol.status <> 'CANCELLED')
    from (select distinct assignment.equipment_id, protocol.stage, protocol.subsystem_id
            from protocol.protocols protocol
            join protocol.protocol_equipment_companies assignment on assignment.protocol_id = protocol.id
           where protocol.id = any (ids)) named
      on conflict (equipment_id, stage) do update
         set protocols = excluded.protocols where covering.protocols <> excluded.protocols;

  perform completion.recount_coverage(subsystems);
end
$body$;

comment on function protocol.recount_equipment_stages(uuid[]) is
  'Counts anew how many live protocols name each equipment of these protocols, and with it what is covered.';

create function protocol.cover_assigned() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  if tg_op = 'INSERT' then
    perform protocol.recount_equipment_stages(array(select distinct protocol_id from new_rows));
  else
    perform protocol.recount_equipment_stages(array(
      select distinct new_rows.protocol_id
        from new_rows
        join old_rows on old_rows.id = new_rows.id
       where new_rows.is_active <> old_rows.is_active));
  end if;
  return null;
end
$body$;

comment on function protocol.cover_assigned() is
  'Trigger per statement: an equipment is covered by the live protocols that name it.';

create trigger protocols_count_on_insert
  after insert on protocol.protocols
  referencing new table as new_rows
  for each statement execute function protocol.count_new_protocols();

create trigger protocols_count_on_update
  after update on protocol.protocols
  referencing old table as old_rows new table as new_rows
  for each statement execute function protocol.count_changed_protocols();

create trigger protocol_equipment_companies_cover_on_insert
  after insert on protocol.protocol_equipment_companies
  referencing new table as new_rows
  for each statement execute function protocol.cover_assigned();

create trigger protocol_equipment_companies_cover_on_update
  after update on protocol.protocol_equipment_companies
  referencing old table as old_rows new table as new_rows
  for each statement execute function protocol.cover_assigned();

--rollback drop trigger protocol_equipment_companies_cover_on_update on protocol.protocol_equipment_companies;
--rollback drop trigger protocol_equipment_companies_cover_on_insert on protocol.protocol_equipment_companies;
--rollback drop trigger protocols_count_on_update on protocol.protocols;
--rollback drop trigger protocols_count_on_insert on protocol.protocols;
--rollback drop function protocol.cover_assigned();
--rollback drop function protocol.recount_equipment_stages(uuid[]);
--rollback drop function protocol.count_changed_protocols();
--rollback drop function protocol.count_new_protocols();
--rollback drop function protocol.count_weeks(protocol.protocols[], protocol.protocols[]);
--rollback drop function protocol.weeks_of(protocol.protocols[], integer);
--rollback drop function protocol.count_turns(protocol.protocols[], protocol.protocols[]);
--rollback drop function protocol.count_stages(protocol.protocols[], protocol.protocols[]);
