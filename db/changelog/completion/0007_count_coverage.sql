--liquibase formatted sql

--changeset protoworks:completion-0007 splitStatements:false stripComments:false
create function completion.lock_subsystems(ids uuid[]) returns void
  language sql
  set search_path = pg_catalog, pg_temp
  as $body$
    select subsystem_id
      from completion.subsystem_progress
     where subsystem_id = any (ids)
     order by subsystem_id
       for no key update
  $body$;

comment on function completion.lock_subsystems(uuid[]) is
  'Locks subsystems, in one order: to be taken before anything else that moves their gates or counts.';

-- Counted anew rather than added up: it happens when equipments, protocols and waivers come and go, not with every step.
create function completion.recount_coverage(ids uuid[]) returns void
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  perform completion.lock_subsystems(ids);

  update completion.subsystem_progress progress
     set equipments = counted.equipments, without_protocol = counted.without_protocol
    from (select subsystem.id as subsystem_id,
                 count(equipment.id) as equipments,
                 count(equipment.id) filter (where not exists (
                   select
                     from completion.equipment_stages covering
                    where covering.equipment_id = equipment.id and covering.protocols > 0)) as without_protocol
            from unnest(ids) as subsystem (id)
            left join plant.equipments equipment on equipment.subsystem_id = subsystem.id and equipment.is_active
           group by subsystem.id) counted
   where progress.subsystem_id = counted.subsystem_id
     and (progress.equipments, progress.without_protocol)
         is distinct from (counted.equipments, counted.without_protocol);

  update completion.stage_progress progress
     set covered = counted.covered
    from (select stage.subsystem_id, stage.stage, count(equipment.id) as covered
            from completion.stage_progress stage
            left join completion.equipment_stages covering
              on covering.subsystem_id = stage.subsystem_id and covering.stage = stage.stage
             and (covering.protocols > 0 or covering.is_waived)
            left join plant.equipments equipment on equipment.id = covering.equipment_id and equipment.is_active
           where stage.subsystem_id = any (ids)
           group by stage.subsystem_id, stage.stage) counted
   where progress.subsystem_id = counted.subsystem_id
     and progress.stage = counted.stage
     and progress.covered <> counted.covered;
end
$body$;

comment on function completion.recount_coverage(uuid[]) is
  'Counts anew which equipments of these subsystems are active, and which of them are covered at each stage.';

create function completion.begin_progress() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  insert into completion.subsystem_progress (subsystem_id, project_id)
  select id, project_id from new_rows;

  insert into completion.stage_progress (subsystem_id, stage, project_id)
  select new_rows.id, stage, new_rows.project_id
    from new_rows
   cross join unnest(enum_range(null::template.protocol_type)) as stage;

  insert into completion.gates (subsystem_id, project_id, type)
  select new_rows.id, new_rows.project_id, gate
    from new_rows
   cross join unnest(enum_range(null::completion.gate_type)) as gate;
  return null;
end
$body$;

comment on function completion.begin_progress() is
  'Trigger per statement: gives new subsystems their counts, all zero, and their gates, all closed.';

create trigger subsystems_begin_progress
  after insert on plant.subsystems
  referencing new table as new_rows
  for each statement execute function completion.begin_progress();

create function completion.count_equipments() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  ids uuid[];
begin
  if tg_op = 'INSERT' then
    -- Nothing covers new equipments, so that a register costs what is new in it and not what was there before.
    perform completion.lock_subsystems(array(select distinct subsystem_id from new_rows where is_active));
    update completion.subsystem_progress progress
       set equipments = progress.equipments + added.equipments,
           without_protocol = progress.without_protocol + added.equipments
      from (select subsystem_id, count(*) as equipments
              from new_rows
             where is_active
             group by subsystem_id) added
     where progress.subsystem_id = added.subsystem_id;
    return null;
  elsif tg_op = 'DELETE' then
    ids := array(select distinct subsystem_id from old_rows where is_active);
  else
    ids := array(
      select subsystem_id
        from (select id, subsystem_id, is_active from new_rows
              union all
              select id, subsystem_id, is_active from old_rows) as state
       group by id, subsystem_id, is_active
      having count(*) = 1);
    ids := array(select distinct id from unnest(ids) as id);
  end if;
  if cardinality(ids) > 0 then
    perform completion.recount_coverage(ids);
  end if;
  return null;
end
$body$;

comment on function completion.count_equipments() is
  'Trigger per statement: adds new equipments, and counts anew the subsystems whose active equipments changed otherwise.';

create trigger equipments_count_on_insert
  after insert on plant.equipments
  referencing new table as new_rows
  for each statement execute function completion.count_equipments();

create trigger equipments_count_on_update
  after update on plant.equipments
  referencing old table as old_rows new table as new_rows
  for each statement execute function completion.count_equipments();

create trigger equipments_count_on_delete
  after delete on plant.equipments
  referencing old table as old_rows
  for each statement execute function completion.count_equipments();

create function completion.cover_waived() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  ids uuid[] := array(select distinct subsystem_id from new_rows);
begin
  perform completion.lock_subsystems(ids);
  insert into completion.equipment_stages (equipment_id, stage, subsystem_id, is_waived)
  select equipment_id, stage, subsystem_id, bool_or(revoked_at is null)
    from new_rows
   group by equipment_id, stage, subsystem_id
      on conflict (equipment_id, stage) do update set is_waived = excluded.is_waived;
  perform completion.recount_coverage(ids);
  return null;
end
$body$;

comment on function completion.cover_waived() is
  'Trigger per statement: a waiver covers its equipment at its stage until it is revoked.';

create trigger gate_waivers_cover_on_insert
  after insert on completion.gate_waivers
  referencing new table as new_rows
  for each statement execute function completion.cover_waived();

create trigger gate_waivers_cover_on_update
  after update on completion.gate_waivers
  referencing new table as new_rows
  for each statement execute function completion.cover_waived();

-- What there is already.
insert into completion.subsystem_progress (subsystem_id, project_id)
select id, project_id from plant.subsystems;

insert into completion.stage_progress (subsystem_id, stage, project_id)
select subsystem.id, stage, subsystem.project_id
  from plant.subsystems subsystem
 cross join unnest(enum_range(null::template.protocol_type)) as stage;

insert into completion.gates (subsystem_id, project_id, type)
select subsystem.id, subsystem.project_id, gate
  from plant.subsystems subsystem
 cross join unnest(enum_range(null::completion.gate_type)) as gate;

select completion.recount_coverage(array(select id from plant.subsystems));

--rollback drop trigger gate_waivers_cover_on_update on completion.gate_waivers;
--rollback drop trigger gate_waivers_cover_on_insert on completion.gate_waivers;
--rollback drop function completion.cover_waived();
--rollback drop trigger equipments_count_on_delete on plant.equipments;
--rollback drop trigger equipments_count_on_update on plant.equipments;
--rollback drop trigger equipments_count_on_insert on plant.equipments;
--rollback drop function completion.count_equipments();
--rollback drop trigger subsystems_begin_progress on plant.subsystems;
--rollback drop function completion.begin_progress();
--rollback drop function completion.recount_coverage(uuid[]);
--rollback drop function completion.lock_subsystems(uuid[]);
