--liquibase formatted sql

--changeset protoworks:protocol-0022 splitStatements:false stripComments:false rollbackSplitStatements:false
-- All items of a finalized protocol are approved: whoever reopens it says which are to be done again.
create or replace function protocol.refuse_item_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  status protocol.protocol_status;
  refused text;
begin
  if tg_op = 'DELETE' then
    refused := 'protocol_items_kept_check';
  elsif (new.protocol_id, new.template_item_id, new.required, new.energizes)
        is distinct from (old.protocol_id, old.template_item_id, old.required, old.energizes) then
    refused := 'protocol_items_fixed_check';
  else
    -- Waits for a change of status under way, and makes the next one wait.
    select protocol.status into status from protocol.protocols protocol where id = new.protocol_id for share;
    if (new.value, new.outcome, new.needs_pendency, new.needs_photo, new.filled_at, new.filled_by, new.filled_ip,
        new.filled_round)
       is distinct from (old.value, old.outcome, old.needs_pendency, old.needs_photo, old.filled_at, old.filled_by,
        old.filled_ip, old.filled_round)
       and (status not in ('RELEASED', 'IN_PROGRESS') or old.approval_status <> 'PENDING') then
      refused := 'protocol_items_frozen_check';
    elsif (new.approval_status, new.approved_by, new.approved_at, new.approved_ip, new.approval_note)
          is distinct from (old.approval_status, old.approved_by, old.approved_at, old.approved_ip, old.approval_note)
          and not (case new.approval_status
                     when 'APPROVED' then status = 'APPROVED'
                     when 'REJECTED' then status in ('SUBMITTED', 'APPROVED', 'VALIDATED')
                       or status = 'REJECTED' and exists (
                         select
                           from protocol.protocol_signatures signature
                           join protocol.protocols reopened on reopened.id = signature.protocol_id
                            and reopened.round = signature.round
                          where signature.protocol_id = new.protocol_id and signature.action = 'FINALIZED')
                     else status = 'APPROVED' or status in ('IN_PROGRESS', 'SUBMITTED') and old.approval_status = 'REJECTED'
                   end) then
      refused := 'protocol_items_approval_check';
    end if;
  end if;
  if refused is null then
    return new;
  end if;
  raise exception using
    errcode = 'PW005',
    message = format('%s of an item refused', tg_op),
    schema = tg_table_schema,
    table = tg_table_name,
    constraint = refused;
end
$body$;

comment on function protocol.refuse_item_change() is
  'Trigger: keeps items as they were signed. Refuses (SQLSTATE PW005) deletion (protocol_items_kept_check), another place (fixed), a value once the protocol is submitted or the item approved (frozen), an approval or rejection, who gave it, when and why, when it is nobody''s turn to give it or take it back (approval); who reopens a protocol may reject its items.';

--rollback create or replace function protocol.refuse_item_change() returns trigger
--rollback   language plpgsql
--rollback   set search_path = pg_catalog, pg_temp
--rollback   as $body$
--rollback declare
--rollback   status protocol.protocol_status;
--rollback   refused text;
--rollback begin
--rollback   if tg_op = 'DELETE' then
--rollback     refused := 'protocol_items_kept_check';
--rollback   elsif (new.protocol_id, new.template_item_id, new.required, new.energizes)
--rollback         is distinct from (old.protocol_id, old.template_item_id, old.required, old.energizes) then
--rollback     refused := 'protocol_items_fixed_check';
--rollback   else
--rollback     -- Waits for a change of status under way, and makes the next one wait.
--rollback     select protocol.status into status from protocol.protocols protocol where id = new.protocol_id for share;
--rollback     if (new.value, new.outcome, new.needs_pendency, new.needs_photo, new.filled_at, new.filled_by, new.filled_ip,
--rollback         new.filled_round)
--rollback        is distinct from (old.value, old.outcome, old.needs_pendency, old.needs_photo, old.filled_at, old.filled_by,
--rollback         old.filled_ip, old.filled_round)
--rollback        and (status not in ('RELEASED', 'IN_PROGRESS') or old.approval_status <> 'PENDING') then
--rollback       refused := 'protocol_items_frozen_check';
--rollback     elsif (new.approval_status, new.approved_by, new.approved_at, new.approved_ip, new.approval_note)
--rollback           is distinct from (old.approval_status, old.approved_by, old.approved_at, old.approved_ip, old.approval_note)
--rollback           and not (case new.approval_status
--rollback                      when 'APPROVED' then status = 'APPROVED'
--rollback                      when 'REJECTED' then status in ('SUBMITTED', 'APPROVED', 'VALIDATED')
--rollback                      else status = 'APPROVED' or status in ('IN_PROGRESS', 'SUBMITTED') and old.approval_status = 'REJECTED'
--rollback                    end) then
--rollback       refused := 'protocol_items_approval_check';
--rollback     end if;
--rollback   end if;
--rollback   if refused is null then
--rollback     return new;
--rollback   end if;
--rollback   raise exception using
--rollback     errcode = 'PW005',
--rollback     message = format('%s of an item refused', tg_op),
--rollback     schema = tg_table_schema,
--rollback     table = tg_table_name,
--rollback     constraint = refused;
--rollback end
--rollback $body$;
--rollback comment on function protocol.refuse_item_change() is
--rollback   'Trigger: keeps items as they were signed. Refuses (SQLSTATE PW005) deletion (protocol_items_kept_check), another place (fixed), a value once the protocol is submitted or the item approved (frozen), an approval or rejection, who gave it, when and why, when it is nobody''s turn to give it or take it back (approval).';
