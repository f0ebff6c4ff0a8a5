--liquibase formatted sql

--changeset protoworks:protocol-0018 splitStatements:false stripComments:false
create function protocol.refuse_finalized_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  raise exception using
    errcode = 'PW005',
    message = 'when a finalized protocol was released and finalized stays as it is',
    schema = tg_table_schema,
    table = tg_table_name,
    constraint = 'protocols_finalized_check';
end
$body$;

comment on function protocol.refuse_finalized_change() is
  'Trigger: refuses another time of release or finalization of a FINALIZED protocol; reopening it takes the latter away (SQLSTATE PW005, constraint protocols_finalized_check).';

create trigger protocols_finalized_check
  before update on protocol.protocols
  for each row when (
    old.status = 'FINALIZED'
    and (new.released_at is distinct from old.released_at
         or new.status = 'FINALIZED' and new.finalized_at is distinct from old.finalized_at))
  execute function protocol.refuse_finalized_change();

-- Items are made of the active items of the template, so all that a protocol has count.
create function protocol.refuse_unapproved_items() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  if not exists (
    select
      from protocol.protocol_items item
     where item.protocol_id = new.id and item.required and item.approval_status <> 'APPROVED') then
    return new;
  end if;
  raise exception using
    errcode = 'PW005',
    message = format('a protocol becomes %s once its required items are approved', new.status),
    schema = tg_table_schema,
    table = tg_table_name,
    constraint = 'protocols_items_approved_check';
end
$body$;

comment on function protocol.refuse_unapproved_items() is
  'Trigger: refuses VALIDATED and FINALIZED while a required item is not APPROVED (SQLSTATE PW005, constraint protocols_items_approved_check).';

create trigger protocols_items_approved_check
  before update on protocol.protocols
  for each row when (new.status in ('VALIDATED', 'FINALIZED') and new.status <> old.status)
  execute function protocol.refuse_unapproved_items();

--rollback drop trigger protocols_items_approved_check on protocol.protocols;
--rollback drop function protocol.refuse_unapproved_items();
--rollback drop trigger protocols_finalized_check on protocol.protocols;
--rollback drop function protocol.refuse_finalized_change();
