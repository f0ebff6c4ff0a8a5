--liquibase formatted sql

--changeset protoworks:plant-0012 splitStatements:false stripComments:false
-- See refuse_inactive_project for the rule, and for how it is kept.
create function plant.refuse_inactive_area() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  parent_ids uuid[];
  inactive_codes text;
begin
  if tg_op = 'INSERT' then
    parent_ids := array(
      select distinct area_id from new_rows where is_active);
  else
    parent_ids := array(
      select distinct area_id
        from (select id, area_id from new_rows where is_active
              except
              select id, area_id from old_rows where is_active) as newly_active);
  end if;

  with parents as materialized (
    select area.code, area.is_active
      from plant.areas area
     where area.id = any (parent_ids)
     order by area.id
       for share
  )
  select string_agg(code, ', ' order by code) into inactive_codes from parents where not is_active;

  if inactive_codes is not null then
    raise exception using
      errcode = 'PW001',
      message = 'an active row of plant.systems needs an active area',
      detail = format('inactive areas: %s', inactive_codes),
      schema = tg_table_schema,
      table = tg_table_name,
      column = 'area_id',
      constraint = 'systems_active_parent_check';
  end if;
  return null;
end
$body$;

comment on function plant.refuse_inactive_area() is
  'Trigger per statement: refuses active systems in an inactive area (SQLSTATE PW001, constraint systems_active_parent_check, the codes of the inactive areas in the detail).';

create trigger systems_active_parent_on_insert
  after insert on plant.systems
  referencing new table as new_rows
  for each statement execute function plant.refuse_inactive_area();

create trigger systems_active_parent_on_update
  after update on plant.systems
  referencing old table as old_rows new table as new_rows
  for each statement execute function plant.refuse_inactive_area();

--rollback drop trigger systems_active_parent_on_update on plant.systems;
--rollback drop trigger systems_active_parent_on_insert on plant.systems;
--rollback drop function plant.refuse_inactive_area();
