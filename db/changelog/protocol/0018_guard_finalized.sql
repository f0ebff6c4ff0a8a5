--liquibase formatted sql

--changeset protoworks:protocol-0018 splitStatements:false stripComments:false rollbackSplitStatements:false
-- Items are made of the active items of the template, so all that a protocol has count. Reopening takes finalized_at away.
create or replace function protocol.refuse_protocol_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  refused text;
begin
  if tg_op = 'DELETE' then
    refused := 'protocols_kept_check';
  elsif (new.template_id, new.stage, new.project_id, new.subsystem_id, new.number)
        is distinct from (old.template_id, old.stage, old.project_id, old.subsystem_id, old.number) then
    refused := 'protocols_fixed_check';
  elsif new.status <> old.status and not protocol.can_become(old.stage, old.status, new.status) then
    refused := 'protocols_status_check';
  elsif new.round <> old.round
        and not (new.round = old.round + 1 and old.status = 'REJECTED' and new.status = 'IN_PROGRESS')
     or new.round = old.round and old.status = 'REJECTED' and new.status = 'IN_PROGRESS' then
    refused := 'protocols_round_step_check';
  elsif new.executor_company_id <> old.executor_company_id and old.status <> 'CREATED' then
    refused := 'protocols_executor_check';
  elsif new.status in ('APPROVED', 'VALIDATED', 'FINALIZED') and new.status <> old.status and not exists (
    select
      from protocol.protocol_signatures signature
     where signature.protocol_id = new.id and signature.round = new.round
       and signature.action = new.status::text) then
    refused := 'protocols_signed_check';
  elsif new.status in ('VALIDATED', 'FINALIZED') and new.status <> old.status and new.open_pa > 0 then
    refused := 'protocols_open_pa_check';
  elsif new.status in ('VALIDATED', 'FINALIZED') and new.status <> old.status and exists (
    select
      from protocol.protocol_items item
     where item.protocol_id = new.id and item.required and item.approval_status <> 'APPROVED') then
    refused := 'protocols_items_approved_check';
  elsif old.status = 'FINALIZED'
        and (new.released_at is distinct from old.released_at
             or new.status = 'FINALIZED' and new.finalized_at is distinct from old.finalized_at) then
    refused := 'protocols_finalized_check';
  elsif new.status = 'CANCELLED' and old.status <> 'CANCELLED' and new.open_pa + new.open_pb + new.open_pc > 0 then
    refused := 'protocols_open_pendencies_check';
  end if;
  if refused is null then
    return new;
  end if;
  raise exception using
    errcode = 'PW005',
    message = format('%s of a protocol refused', tg_op),
    schema = tg_table_schema,
    table = tg_table_name,
    constraint = refused;
end
$body$;

comment on function protocol.refuse_protocol_change() is
  'Trigger: keeps protocols to the state machine. Refuses (SQLSTATE PW005) deletion (protocols_kept_check), another template, place or number (fixed), a step that the machine does not have (status), a wrong round (round_step), another executor after release (executor), a signed status without its signature (signed), VALIDATED or FINALIZED with an open PA (open_pa) or a required item that is not approved (items_approved), another time of release or finalization once FINALIZED (finalized), CANCELLED with open pendencies (open_pendencies).';

--rollback create or replace function protocol.refuse_protocol_change() returns trigger
--rollback   language plpgsql
--rollback   set search_path = pg_catalog, pg_temp
--rollback   as $body$
--rollback declare
--rollback   refused text;
--rollback begin
--rollback   if tg_op = 'DELETE' then
--rollback     refused := 'protocols_kept_check';
--rollback   elsif (new.template_id, new.stage, new.project_id, new.subsystem_id, new.number)
--rollback         is distinct from (old.template_id, old.stage, old.project_id, old.subsystem_id, old.number) then
--rollback     refused := 'protocols_fixed_check';
--rollback   elsif new.status <> old.status and not protocol.can_become(old.stage, old.status, new.status) then
--rollback     refused := 'protocols_status_check';
--rollback   elsif new.round <> old.round
--rollback         and not (new.round = old.round + 1 and old.status = 'REJECTED' and new.status = 'IN_PROGRESS')
--rollback      or new.round = old.round and old.status = 'REJECTED' and new.status = 'IN_PROGRESS' then
--rollback     refused := 'protocols_round_step_check';
--rollback   elsif new.executor_company_id <> old.executor_company_id and old.status <> 'CREATED' then
--rollback     refused := 'protocols_executor_check';
--rollback   elsif new.status in ('APPROVED', 'VALIDATED', 'FINALIZED') and new.status <> old.status and not exists (
--rollback     select
--rollback       from protocol.protocol_signatures signature
--rollback      where signature.protocol_id = new.id and signature.round = new.round
--rollback        and signature.action = new.status::text) then
--rollback     refused := 'protocols_signed_check';
--rollback   elsif new.status in ('VALIDATED', 'FINALIZED') and new.status <> old.status and new.open_pa > 0 then
--rollback     refused := 'protocols_open_pa_check';
--rollback   elsif new.status = 'CANCELLED' and old.status <> 'CANCELLED' and new.open_pa + new.open_pb + new.open_pc > 0 then
--rollback     refused := 'protocols_open_pendencies_check';
--rollback   end if;
--rollback   if refused is null then
--rollback     return new;
--rollback   end if;
--rollback   raise exception using
--rollback     errcode = 'PW005',
--rollback     message = format('%s of a protocol refused', tg_op),
--rollback     schema = tg_table_schema,
--rollback     table = tg_table_name,
--rollback     constraint = refused;
--rollback end
--rollback $body$;
--rollback comment on function protocol.refuse_protocol_change() is
--rollback   'Trigger: keeps protocols to the state machine. Refuses (SQLSTATE PW005) deletion (protocols_kept_check), another template, place or number (fixed), a step that the machine does not have (status), a wrong round (round_step), another executor after release (executor), a signed status without its signature (signed), VALIDATED or FINALIZED with an open PA (open_pa), CANCELLED with open pendencies (open_pendencies).';
