--liquibase formatted sql

--changeset protoworks:plant-0013 splitStatements:false stripComments:false
-- See refuse_inactive_project for the rule, and for how it is kept.
create function plant.refuse_inactive_system() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  parent_ids uuid[];
  inactive_codes text;
begin
  if tg_op = 'INSERT' then
    parent_ids := array(
      select distinct system_id from new_rows where is_active);
  else
    parent_ids := array(
      select distinct system_id
        from (select id, system_id from new_rows where is_active
              except
              select id, system_id from old_rows where is_active) as newly_active);
  end if;

  with parents as materialized (
    select system.code, system.is_active
      from plant.systems system
     where system.id = any (parent_ids)
     order by system.id
       for share
  )
  select string_agg(code, ', ' order by code) into inactive_codes from parents where not is_active;

  if inactive_codes is not null then
    raise exception using
      errcode = 'PW001',
      message = 'an active row of plant.subsystems needs an active system',
      detail = format('inactive systems: %s', inactive_codes),
      schema = tg_table_schema,
      table = tg_table_name,
      column = 'system_id',
      constraint = 'subsystems_active_parent_check';
  end if;
  return null;
end
$body$;

comment on function plant.refuse_inactive_system() is
  'Trigger per statement: refuses active subsystems in an inactive system (SQLSTATE PW001, constraint subsystems_active_parent_check, the codes of the inactive systems in the detail).';

create trigger subsystems_active_parent_on_insert
  after insert on plant.subsystems
  referencing new table as new_rows
  for each statement execute function plant.refuse_inactive_system();

create trigger subsystems_active_parent_on_update
  after update on plant.subsystems
  referencing old table as old_rows new table as new_rows
  for each statement execute function plant.refuse_inactive_system();

--rollback drop trigger subsystems_active_parent_on_update on plant.subsystems;
--rollback drop trigger subsystems_active_parent_on_insert on plant.subsystems;
--rollback drop function plant.refuse_inactive_system();
