--liquibase formatted sql

--changeset protoworks:pendency-0006 splitStatements:false stripComments:false
create function pendency.open_of(states pendency.pendencies[], sign integer)
  returns table (
    protocol_id uuid, protocol_item_id uuid, subsystem_id uuid, stage template.protocol_type, project_id uuid,
    company_id uuid, type pendency.pendency_type, raised_on date, change integer)
  language sql immutable
  set search_path = pg_catalog, pg_temp
  as $body$
    select state.protocol_id, state.protocol_item_id, state.subsystem_id, state.stage, state.project_id,
           state.clearing_company_id, state.type, (state.created_at at time zone 'UTC')::date, sign
      from unnest(states) as state
     where state.status = 'OPEN'
  $body$;

comment on function pendency.open_of(pendency.pendencies[], integer) is
  'What pendencies count for where, times the sign: only open ones do.';

create function pendency.count_where_they_stand(before pendency.pendencies[], after pendency.pendencies[]) returns void
  language sql
  set search_path = pg_catalog, pg_temp
  as $body$
    update completion.stage_progress progress
       set open_pa = progress.open_pa + moved.pa, open_pb = progress.open_pb + moved.pb,
           open_pc = progress.open_pc + moved.pc
      from (select subsystem_id, stage,
                   coalesce(sum(change) filter (where type = 'PA'), 0) as pa,
                   coalesce(sum(change) filter (where type = 'PB'), 0) as pb,
                   coalesce(sum(change) filter (where type = 'PC'), 0) as pc
              from (select * from pendency.open_of(before, -1) union all select * from pendency.open_of(after, 1)) as state
             group by subsystem_id, stage) moved
     where progress.subsystem_id = moved.subsystem_id and progress.stage = moved.stage
       and (moved.pa, moved.pb, moved.pc) <> (0, 0, 0);

    update protocol.protocols protocol
       set open_pa = protocol.open_pa + moved.pa, open_pb = protocol.open_pb + moved.pb,
           open_pc = protocol.open_pc + moved.pc
      from (select protocol_id,
                   coalesce(sum(change) filter (where type = 'PA'), 0) as pa,
                   coalesce(sum(change) filter (where type = 'PB'), 0) as pb,
                   coalesce(sum(change) filter (where type = 'PC'), 0) as pc
              from (select * from pendency.open_of(before, -1) union all select * from pendency.open_of(after, 1)) as state
             group by protocol_id) moved
     where protocol.id = moved.protocol_id
       and (moved.pa, moved.pb, moved.pc) <> (0, 0, 0);

    update protocol.protocol_items item
       set open_pendencies = item.open_pendencies + moved.change
      from (select protocol_item_id, sum(change) as change
              from (select * from pendency.open_of(before, -1) union all select * from pendency.open_of(after, 1)) as state
             where protocol_item_id is not null
             group by protocol_item_id
            having sum(change) <> 0) moved
     where item.id = moved.protocol_item_id
  $body$;

comment on function pendency.count_where_they_stand(pendency.pendencies[], pendency.pendencies[]) is
  'Moves the counts of open pendencies of subsystems'' stages, protocols and items, in that order; the subsystems are locked.';

create function pendency.tally(before pendency.pendencies[], after pendency.pendencies[]) returns void
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  changes jsonb;
begin
  select jsonb_agg(moved) into changes
    from (select project_id, company_id, type, stage, raised_on, sum(change) as change
            from (select * from pendency.open_of(before, -1) union all select * from pendency.open_of(after, 1)) as state
           group by project_id, company_id, type, stage, raised_on
          having sum(change) <> 0) as moved;
  if changes is null then
    return;
  end if;

  -- In one order, so that two that count the same day wait for each other and do not deadlock.
  insert into pendency.pendency_tallies (project_id, company_id, type, stage, raised_on)
  select moved.project_id, moved.company_id, moved.type, moved.stage, moved.raised_on
    from jsonb_to_recordset(changes) as moved (
         project_id uuid, company_id uuid, type pendency.pendency_type, stage template.protocol_type, raised_on date)
   order by moved.project_id, moved.company_id, moved.type, moved.stage, moved.raised_on
      on conflict do nothing;

  perform
     from pendency.pendency_tallies tally
     join jsonb_to_recordset(changes) as moved (
          project_id uuid, company_id uuid, type pendency.pendency_type, stage template.protocol_type, raised_on date)
       on (tally.project_id, tally.company_id, tally.type, tally.stage, tally.raised_on)
          = (moved.project_id, moved.company_id, moved.type, moved.stage, moved.raised_on)
    order by tally.project_id, tally.company_id, tally.type, tally.stage, tally.raised_on
      for no key update of tally;

  update pendency.pendency_tallies tally
     set open = tally.open + moved.change
    from jsonb_to_recordset(changes) as moved (
         project_id uuid, company_id uuid, type pendency.pendency_type, stage template.protocol_type, raised_on date,
         change integer)
   where (tally.project_id, tally.company_id, tally.type, tally.stage, tally.raised_on)
         = (moved.project_id, moved.company_id, moved.type, moved.stage, moved.raised_on);
end
$body$;

comment on function pendency.tally(pendency.pendencies[], pendency.pendencies[]) is
  'Moves open pendencies from one row of pendency_tallies to another.';

create function pendency.count_new_pendencies() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  none pendency.pendencies[] := array[]::pendency.pendencies[];
  after pendency.pendencies[] := array(select new_rows::pendency.pendencies from new_rows);
begin
  perform completion.lock_subsystems(array(select distinct subsystem_id from new_rows));
  if exists (
    select
      from new_rows
      join protocol.protocols protocol on protocol.id = new_rows.protocol_id
     where protocol.status = 'CANCELLED' or not protocol.is_active) then
    raise exception using
      errcode = 'PW006',
      message = 'pendencies are raised only on protocols that are in use and not cancelled',
      schema = tg_table_schema,
      table = tg_table_name,
      constraint = 'pendencies_protocol_status_check';
  end if;
  perform pendency.count_where_they_stand(none, after);
  perform pendency.tally(none, after);
  return null;
end
$body$;

comment on function pendency.count_new_pendencies() is
  'Trigger per statement: counts new pendencies. Refuses one on a protocol that is cancelled or out of use (SQLSTATE PW006, constraint pendencies_protocol_status_check).';

create function pendency.count_changed_pendencies() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  before pendency.pendencies[];
  after pendency.pendencies[];
begin
  select array_agg(old_rows::pendency.pendencies), array_agg(new_rows::pendency.pendencies) into before, after
    from new_rows
    join old_rows on old_rows.id = new_rows.id
   where (new_rows.status, new_rows.type, new_rows.clearing_company_id)
         is distinct from (old_rows.status, old_rows.type, old_rows.clearing_company_id);
  if after is null then
    return null;
  end if;
  perform completion.lock_subsystems(array(select distinct subsystem_id from unnest(after)));
  perform pendency.count_where_they_stand(before, after);
  perform pendency.tally(before, after);
  return null;
end
$body$;

comment on function pendency.count_changed_pendencies() is
  'Trigger per statement: counts pendencies whose status, type or clearing company changed.';

create trigger pendencies_count_on_insert
  after insert on pendency.pendencies
  referencing new table as new_rows
  for each statement execute function pendency.count_new_pendencies();

create trigger pendencies_count_on_update
  after update on pendency.pendencies
  referencing old table as old_rows new table as new_rows
  for each statement execute function pendency.count_changed_pendencies();

--rollback drop trigger pendencies_count_on_update on pendency.pendencies;
--rollback drop trigger pendencies_count_on_insert on pendency.pendencies;
--rollback drop function pendency.count_changed_pendencies();
--rollback drop function pendency.count_new_pendencies();
--rollback drop function pendency.tally(pendency.pendencies[], pendency.pendencies[]);
--rollback drop function pendency.count_where_they_stand(pendency.pendencies[], pendency.pendencies[]);
--rollback drop function pendency.open_of(pendency.pendencies[], integer);
