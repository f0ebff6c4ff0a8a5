--liquibase formatted sql

--changeset protoworks:plant-0011 splitStatements:false stripComments:false
-- Soft deletion keeps two rules, of which this is the first: no active row under an inactive parent. The second one is
-- in refuse_active_children.
--
-- Checked once per statement, whatever its number of rows. What matters is every pair of row and parent that is active
-- now and was not before: renaming a row, say, looks at no parent. The parents are locked against a change of theirs
-- (for share, in the order of their ids, so that two statements cannot wait for each other) and only then looked at:
-- one that another transaction is deactivating is waited for, and seen as it is afterwards.
--
-- Written out for each level, with fixed statements whose plans the session keeps. A statement put together at run time
-- would be planned again for each insert, at several times the cost of the check. "except" and not a join, because no
-- plan of it is quadratic in the number of rows.
create function plant.refuse_inactive_project() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  parent_ids uuid[];
  inactive_codes text;
begin
  if tg_op = 'INSERT' then
    parent_ids := array(
      select distinct project_id from new_rows where is_active);
  else
    parent_ids := array(
      select distinct project_id
        from (select id, project_id from new_rows where is_active
              except
              select id, project_id from old_rows where is_active) as newly_active);
  end if;

  with parents as materialized (
    select project.code, project.is_active
      from plant.projects project
     where project.id = any (parent_ids)
     order by project.id
       for share
  )
  select string_agg(code, ', ' order by code) into inactive_codes from parents where not is_active;

  if inactive_codes is not null then
    raise exception using
      errcode = 'PW001',
      message = 'an active row of plant.areas needs an active project',
      detail = format('inactive projects: %s', inactive_codes),
      schema = tg_table_schema,
      table = tg_table_name,
      column = 'project_id',
      constraint = 'areas_active_parent_check';
  end if;
  return null;
end
$body$;

comment on function plant.refuse_inactive_project() is
  'Trigger per statement: refuses active areas in an inactive project (SQLSTATE PW001, constraint areas_active_parent_check, the codes of the inactive projects in the detail).';

create trigger areas_active_parent_on_insert
  after insert on plant.areas
  referencing new table as new_rows
  for each statement execute function plant.refuse_inactive_project();

create trigger areas_active_parent_on_update
  after update on plant.areas
  referencing old table as old_rows new table as new_rows
  for each statement execute function plant.refuse_inactive_project();

--rollback drop trigger areas_active_parent_on_update on plant.areas;
--rollback drop trigger areas_active_parent_on_insert on plant.areas;
--rollback drop function plant.refuse_inactive_project();
