--liquibase formatted sql

--changeset protoworks:plant-0014 splitStatements:false stripComments:false
-- See refuse_inactive_project for the rule, and for how it is kept.
create function plant.refuse_inactive_subsystem() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  parent_ids uuid[];
  inactive_codes text;
begin
  if tg_op = 'INSERT' then
    parent_ids := array(
      select distinct subsystem_id from new_rows where is_active);
  else
    parent_ids := array(
      select distinct subsystem_id
        from (select id, subsystem_id from new_rows where is_active
              except
              select id, subsystem_id from old_rows where is_active) as newly_active);
  end if;

  with parents as materialized (
    select subsystem.code, subsystem.is_active
      from plant.subsystems subsystem
     where subsystem.id = any (parent_ids)
     order by subsystem.id
       for share
  )
  select string_agg(code, ', ' order by code) into inactive_codes from parents where not is_active;

  if inactive_codes is not null then
    raise exception using
      errcode = 'PW001',
      message = 'an active row of plant.equipments needs an active subsystem',
      detail = format('inactive subsystems: %s', inactive_codes),
      schema = tg_table_schema,
      table = tg_table_name,
      column = 'subsystem_id',
      constraint = 'equipments_active_parent_check';
  end if;
  return null;
end
$body$;

comment on function plant.refuse_inactive_subsystem() is
  'Trigger per statement: refuses active equipments in an inactive subsystem (SQLSTATE PW001, constraint equipments_active_parent_check, the codes of the inactive subsystems in the detail).';

create trigger equipments_active_parent_on_insert
  after insert on plant.equipments
  referencing new table as new_rows
  for each statement execute function plant.refuse_inactive_subsystem();

create trigger equipments_active_parent_on_update
  after update on plant.equipments
  referencing old table as old_rows new table as new_rows
  for each statement execute function plant.refuse_inactive_subsystem();

--rollback drop trigger equipments_active_parent_on_update on plant.equipments;
--rollback drop trigger equipments_active_parent_on_insert on plant.equipments;
--rollback drop function plant.refuse_inactive_subsystem();
