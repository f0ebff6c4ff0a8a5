--liquibase formatted sql

--changeset protoworks:audit-0007 splitStatements:false stripComments:false
create function audit.refuse_chain_rewind() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  raise exception using
    errcode = 'restrict_violation',
    message = 'the head of an audit chain only moves forward',
    detail = format('scope: %s %s, sequence: %s, refused: %s',
      old.scope_type, old.scope_id, old.sequence, new.sequence),
    schema = tg_table_schema,
    table = tg_table_name,
    constraint = tg_name;
end
$body$;

comment on function audit.refuse_chain_rewind() is
  'Trigger: refuses to move the head of a chain back, to another scope, or to another hash at the same sequence (restrict_violation, constraint audit_chain_heads_forward_only_check).';

create trigger audit_chain_heads_forward_only_check
  before update on audit.audit_chain_heads
  for each row when (
    new.sequence < old.sequence
    or (new.sequence = old.sequence and new.chain_hash is distinct from old.chain_hash)
    or (new.id, new.scope_type, new.scope_id) is distinct from (old.id, old.scope_type, old.scope_id))
  execute function audit.refuse_chain_rewind();
alter table audit.audit_chain_heads enable always trigger audit_chain_heads_forward_only_check;

create trigger audit_chain_heads_never_deleted_check
  before delete or truncate on audit.audit_chain_heads
  for each statement execute function audit.refuse_change();
alter table audit.audit_chain_heads enable always trigger audit_chain_heads_never_deleted_check;

--rollback drop trigger audit_chain_heads_never_deleted_check on audit.audit_chain_heads;
--rollback drop trigger audit_chain_heads_forward_only_check on audit.audit_chain_heads;
--rollback drop function audit.refuse_chain_rewind();
