--liquibase formatted sql

--changeset protoworks:identity-0023 splitStatements:false stripComments:false
-- users.role finds its permissions by the role's name: a base role that is gone or renamed would leave users bare.
create function identity.refuse_base_role_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  raise exception using
    errcode = 'restrict_violation',
    message = format('base role "%s" can be neither deleted nor renamed', old.name),
    schema = tg_table_schema,
    table = tg_table_name,
    constraint = tg_name;
end
$body$;

comment on function identity.refuse_base_role_change() is
  'Trigger: refuses to delete or rename a base role (restrict_violation, constraint roles_base_deleted_check or roles_base_renamed_check).';

create trigger roles_base_deleted_check
  before delete on identity.roles
  for each row when (old.is_base)
  execute function identity.refuse_base_role_change();

create trigger roles_base_renamed_check
  before update of name, is_base on identity.roles
  for each row when (old.is_base and (new.name <> old.name or not new.is_base))
  execute function identity.refuse_base_role_change();

--rollback drop trigger roles_base_renamed_check on identity.roles;
--rollback drop trigger roles_base_deleted_check on identity.roles;
--rollback drop function identity.refuse_base_role_change();
