--liquibase formatted sql

--changeset protoworks:audit-0002 splitStatements:false stripComments:false
create function audit.refuse_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  raise exception using
    errcode = 'restrict_violation',
    message = format('%s refused: the rows of %I.%I stay as they are', tg_op, tg_table_schema, tg_table_name),
    schema = tg_table_schema,
    table = tg_table_name,
    constraint = tg_name;
end
$body$;

comment on function audit.refuse_change() is
  'Trigger: refuses whatever it is put on (restrict_violation, constraint named like the trigger). Makes tables append-only.';

--rollback drop function audit.refuse_change();
