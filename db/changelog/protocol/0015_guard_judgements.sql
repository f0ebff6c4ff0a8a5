--liquibase formatted sql

--changeset protoworks:protocol-0015 splitStatements:false stripComments:false
-- An item can be approved or rejected anew, by somebody else or with another note: but only while it could be so at all.
create function protocol.refuse_judgement_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  status protocol.protocol_status;
begin
  select protocol.status into status from protocol.protocols protocol where id = new.protocol_id for share;
  if new.approval_status = 'APPROVED' and status = 'APPROVED'
     or new.approval_status = 'REJECTED' and status in ('SUBMITTED', 'APPROVED', 'VALIDATED') then
    return new;
  end if;
  raise exception using
    errcode = 'PW005',
    message = format('who approved or rejected an item, when and why, stays while its protocol is %s', status),
    schema = tg_table_schema,
    table = tg_table_name,
    constraint = 'protocol_items_approval_check';
end
$body$;

comment on function protocol.refuse_judgement_change() is
  'Trigger: refuses another person, time, address or note of an approval or rejection when it is nobody''s turn to give it (SQLSTATE PW005, constraint protocol_items_approval_check).';

create trigger protocol_items_judgement_check
  before update on protocol.protocol_items
  for each row when (
    new.approval_status = old.approval_status
    and (new.approved_by, new.approved_at, new.approved_ip, new.approval_note)
        is distinct from (old.approved_by, old.approved_at, old.approved_ip, old.approval_note))
  execute function protocol.refuse_judgement_change();

--rollback drop trigger protocol_items_judgement_check on protocol.protocol_items;
--rollback drop function protocol.refuse_judgement_change();
