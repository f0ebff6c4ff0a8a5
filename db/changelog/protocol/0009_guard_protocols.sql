--liquibase formatted sql

--changeset protoworks:protocol-0009 splitStatements:false stripComments:false
create function protocol.refuse_protocol_change() returns trigger
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
  'Trigger: keeps protocols to the state machine. Refuses (SQLSTATE PW005) deletion (protocols_kept_check), another template, place or number (fixed), a step that the machine does not have (status), a wrong round (round_step), another executor after release (executor), a signed status without its signature (signed), VALIDATED or FINALIZED with an open PA (open_pa), CANCELLED with open pendencies (open_pendencies).';

create trigger protocols_change_check
  before update or delete on protocol.protocols
  for each row execute function protocol.refuse_protocol_change();

create function protocol.refuse_item_change() returns trigger
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
    elsif new.approval_status <> old.approval_status
          and not (case new.approval_status
                     when 'APPROVED' then status = 'APPROVED'
                     when 'REJECTED' then status in ('SUBMITTED', 'APPROVED', 'VALIDATED')
                     else status = 'IN_PROGRESS' and old.approval_status = 'REJECTED'
                          or status in ('SUBMITTED', 'APPROVED', 'VALIDATED')
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
  'Trigger: keeps items as they were signed. Refuses (SQLSTATE PW005) deletion (protocol_items_kept_check), another place (fixed), a value once the protocol is submitted or the item approved (frozen), an approval or rejection when it is nobody''s turn to verify (approval).';

create trigger protocol_items_change_check
  before update or delete on protocol.protocol_items
  for each row execute function protocol.refuse_item_change();

-- Only while it is being drawn up can a protocol get other equipments or companies.
create function protocol.refuse_assignment_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  status protocol.protocol_status;
begin
  if tg_op = 'UPDATE'
     and (new.protocol_id, new.equipment_id, new.company_id, new.is_active)
         is not distinct from (old.protocol_id, old.equipment_id, old.company_id, old.is_active) then
    return new;
  end if;
  select protocol.status into status
    from protocol.protocols protocol
   where id = coalesce(new.protocol_id, old.protocol_id)
     for share;
  if status = 'CREATED' and tg_op <> 'DELETE' then
    return new;
  end if;
  raise exception using
    errcode = 'PW005',
    message = 'the equipments and companies of a protocol change only before its release',
    schema = tg_table_schema,
    table = tg_table_name,
    constraint = 'protocol_equipment_companies_released_check';
end
$body$;

comment on function protocol.refuse_assignment_change() is
  'Trigger: refuses other equipments or companies after the release of their protocol (SQLSTATE PW005, constraint protocol_equipment_companies_released_check).';

create trigger protocol_equipment_companies_released_check
  before insert or update or delete on protocol.protocol_equipment_companies
  for each row execute function protocol.refuse_assignment_change();

create function protocol.refuse_checked_equipment_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  if exists (
    select
      from new_rows
      join old_rows on old_rows.id = new_rows.id and old_rows.is_active and not new_rows.is_active
      join protocol.protocol_equipment_companies assignment on assignment.equipment_id = new_rows.id
       and assignment.is_active
      join protocol.protocols protocol on protocol.id = assignment.protocol_id
       and protocol.is_active and protocol.status not in ('FINALIZED', 'CANCELLED')) then
    raise exception using
      errcode = 'PW001',
      message = 'an equipment with protocols that are not done stays in use',
      schema = tg_table_schema,
      table = tg_table_name,
      constraint = 'equipments_active_protocols_check';
  end if;
  return null;
end
$body$;

comment on function protocol.refuse_checked_equipment_change() is
  'Trigger per statement: refuses to take an equipment out of use that a protocol names which is neither FINALIZED nor CANCELLED (SQLSTATE PW001, constraint equipments_active_protocols_check).';

create trigger equipments_active_protocols_check
  after update on plant.equipments
  referencing old table as old_rows new table as new_rows
  for each statement execute function protocol.refuse_checked_equipment_change();

--rollback drop trigger equipments_active_protocols_check on plant.equipments;
--rollback drop function protocol.refuse_checked_equipment_change();
--rollback drop trigger protocol_equipment_companies_released_check on protocol.protocol_equipment_companies;
--rollback drop function protocol.refuse_assignment_change();
--rollback drop trigger protocol_items_change_check on protocol.protocol_items;
--rollback drop function protocol.refuse_item_change();
--rollback drop trigger protocols_change_check on protocol.protocols;
--rollback drop function protocol.refuse_protocol_change();
