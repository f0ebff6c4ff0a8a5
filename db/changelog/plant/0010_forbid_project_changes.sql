--liquibase formatted sql

--changeset protoworks:plant-0010 splitStatements:false stripComments:false
-- The foreign keys keep a row that has children in its project. These triggers keep the others there too: whatever
-- refers to an id (audit scope, visibility) may take its project for granted.
create function plant.refuse_project_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  raise exception using
    errcode = 'restrict_violation',
    message = format('a row of %I.%I cannot move to another project', tg_table_schema, tg_table_name),
    detail = format('id: %s', old.id),
    schema = tg_table_schema,
    table = tg_table_name,
    column = 'project_id',
    constraint = tg_name;
end
$body$;

comment on function plant.refuse_project_change() is
  'Trigger: refuses to move a row of the hierarchy to another project (restrict_violation, constraint <table>_project_id_fixed_check).';

create trigger areas_project_id_fixed_check
  before update of project_id on plant.areas
  for each row when (new.project_id <> old.project_id)
  execute function plant.refuse_project_change();

create trigger systems_project_id_fixed_check
  before update of project_id on plant.systems
  for each row when (new.project_id <> old.project_id)
  execute function plant.refuse_project_change();

create trigger subsystems_project_id_fixed_check
  before update of project_id on plant.subsystems
  for each row when (new.project_id <> old.project_id)
  execute function plant.refuse_project_change();

create trigger equipments_project_id_fixed_check
  before update of project_id on plant.equipments
  for each row when (new.project_id <> old.project_id)
  execute function plant.refuse_project_change();

--rollback drop trigger equipments_project_id_fixed_check on plant.equipments;
--rollback drop trigger subsystems_project_id_fixed_check on plant.subsystems;
--rollback drop trigger systems_project_id_fixed_check on plant.systems;
--rollback drop trigger areas_project_id_fixed_check on plant.areas;
--rollback drop function plant.refuse_project_change();
