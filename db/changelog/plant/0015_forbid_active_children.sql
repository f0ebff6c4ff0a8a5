--liquibase formatted sql

--changeset protoworks:plant-0015 splitStatements:false stripComments:false
-- The second rule of soft deletion: a row with active children stays active.
--
-- The update that deactivates a row has locked it, and had to wait for every transaction that was adding a child to it
-- (see refuse_inactive_project). What this check reads, it reads after that wait. Both rules count on each statement
-- seeing what was committed before it: isolation READ COMMITTED, the one that writes use.
--
-- Deactivation is rare. So one function serves all levels, with a statement put together at run time, planned for the
-- rows at hand.
create function plant.refuse_active_children() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  child_table constant text := tg_argv[0];
  child_column constant text := tg_argv[1];
  parents_with_children text;
begin
  -- Most updates deactivate nothing, and end here.
  if not exists (select from new_rows where not is_active) then
    return null;
  end if;

  execute format(
    'select string_agg(new_rows.code, '', '' order by new_rows.code)
       from new_rows
       join old_rows using (id)
      where old_rows.is_active
        and not new_rows.is_active
        and exists (select from plant.%1$I child where child.%2$I = new_rows.id and child.is_active)',
    child_table, child_column)
    into parents_with_children;

  if parents_with_children is not null then
    raise exception using
      errcode = 'PW002',
      message = format('a row of plant.%I with active children cannot be deactivated', tg_table_name),
      detail = format('%s with active %s: %s', tg_table_name, child_table, parents_with_children),
      schema = tg_table_schema,
      table = tg_table_name,
      column = 'is_active',
      constraint = format('%s_active_children_check', tg_table_name);
  end if;
  return null;
end
$body$;

comment on function plant.refuse_active_children() is
  'Trigger per statement, with the children''s table and its column that refers here as arguments: refuses to deactivate rows that have active children (SQLSTATE PW002, constraint <table>_active_children_check, the rows'' codes in the detail).';

create trigger projects_active_children_on_update
  after update on plant.projects
  referencing old table as old_rows new table as new_rows
  for each statement execute function plant.refuse_active_children('areas', 'project_id');

create trigger areas_active_children_on_update
  after update on plant.areas
  referencing old table as old_rows new table as new_rows
  for each statement execute function plant.refuse_active_children('systems', 'area_id');

create trigger systems_active_children_on_update
  after update on plant.systems
  referencing old table as old_rows new table as new_rows
  for each statement execute function plant.refuse_active_children('subsystems', 'system_id');

create trigger subsystems_active_children_on_update
  after update on plant.subsystems
  referencing old table as old_rows new table as new_rows
  for each statement execute function plant.refuse_active_children('equipments', 'subsystem_id');

--rollback drop trigger subsystems_active_children_on_update on plant.subsystems;
--rollback drop trigger systems_active_children_on_update on plant.systems;
--rollback drop trigger areas_active_children_on_update on plant.areas;
--rollback drop trigger projects_active_children_on_update on plant.projects;
--rollback drop function plant.refuse_active_children();
