--liquibase formatted sql

--changeset protoworks:identity-0009 splitStatements:false stripComments:false
create function identity.refuse_department_cycle() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  -- The tree changes one move at a time: two moves, each harmless alone, can close a circle together.
  perform pg_advisory_xact_lock(hashtextextended('identity.departments', 0));

  -- "union" and not "union all": the walk ends even where a circle is.
  if exists (
    with recursive ancestors (id) as (
      select new.parent_id
      union
      select department.parent_id
        from identity.departments department
        join ancestors on ancestors.id = department.id
       where department.parent_id is not null
    )
    select from ancestors where ancestors.id = new.id
  ) then
    raise exception using
      errcode = 'check_violation',
      message = format('department "%s" would stand above itself', new.name),
      schema = tg_table_schema,
      table = tg_table_name,
      column = 'parent_id',
      constraint = 'departments_parent_id_check';
  end if;
  return null;
end
$body$;

comment on function identity.refuse_department_cycle() is
  'Trigger: refuses a department that would stand above itself (check_violation, constraint departments_parent_id_check).';

create trigger departments_parent_id_check
  after insert or update of parent_id on identity.departments
  for each row when (new.parent_id is not null)
  execute function identity.refuse_department_cycle();

--rollback drop trigger departments_parent_id_check on identity.departments;
--rollback drop function identity.refuse_department_cycle();
