--liquibase formatted sql

--changeset protoworks:pendency-0005 splitStatements:false stripComments:false
create trigger pendencies_kept_check
  before delete or truncate on pendency.pendencies
  for each statement execute function audit.refuse_change();
alter table pendency.pendencies enable always trigger pendencies_kept_check;

create function pendency.refuse_pendency_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  was_cleared jsonb;
  is_cleared jsonb;
  refused text;
begin
  if tg_op = 'INSERT' then
    if new.status <> 'OPEN' or new.cleared_at is not null or new.requested_type is not null or new.refusals <> 0 then
      refused := 'pendencies_begin_check';
    end if;
  elsif old.status = 'RESOLVED' then
    refused := 'pendencies_resolved_forever_check';
  else
    was_cleared := jsonb_build_array(old.cleared_at, old.cleared_by, old.cleared_ip, old.clearing_description);
    is_cleared := jsonb_build_array(new.cleared_at, new.cleared_by, new.cleared_ip, new.clearing_description);
    if (new.id, new.number, new.protocol_id, new.protocol_item_id, new.equipment_id, new.raising_company_id,
        new.created_at, new.created_by, new.created_ip)
       is distinct from (old.id, old.number, old.protocol_id, old.protocol_item_id, old.equipment_id,
        old.raising_company_id, old.created_at, old.created_by, old.created_ip) then
      refused := 'pendencies_fixed_check';
    elsif new.status = 'RESOLVED' and (old.cleared_at is null or is_cleared <> was_cleared) then
      refused := 'pendencies_status_check';
    elsif old.cleared_at is not null and is_cleared <> was_cleared
          and (new.cleared_at is not null or new.refusals <> old.refusals + 1 or new.updated_by = old.cleared_by) then
      refused := 'pendencies_clearing_check';
    elsif new.refusals <> old.refusals and (old.cleared_at is null or new.cleared_at is not null) then
      refused := 'pendencies_refusal_check';
    elsif new.cleared_at is not null and old.cleared_at is not null
          and (new.description, new.clearing_company_id, new.assigned_to, new.evidence_required)
              is distinct from (old.description, old.clearing_company_id, old.assigned_to, old.evidence_required) then
      refused := 'pendencies_cleared_as_it_was_check';
    elsif new.type <> old.type and old.type = 'PA'
          and (old.requested_type is distinct from new.type or new.requested_type is not null
               or new.updated_by = old.requested_by) then
      refused := 'pendencies_downgrade_check';
    end if;
  end if;
  if refused is null then
    return new;
  end if;
  raise exception using
    errcode = 'PW006',
    message = format('%s of a pendency refused', tg_op),
    schema = tg_table_schema,
    table = tg_table_name,
    constraint = refused;
end
$body$;

comment on function pendency.refuse_pendency_change() is
  'Trigger: keeps pendencies to their way. Refuses (SQLSTATE PW006) one that is not open and uncleared at the beginning (pendencies_begin_check), any change once RESOLVED (resolved_forever), another subject, origin or number (fixed), RESOLVED without having been cleared (status), a clearing that is altered, or refused by who cleared (clearing), a refusal of nothing (refusal), another task once it is cleared (cleared_as_it_was), and a PA that is made less without the confirmation of a second person (downgrade).';

create trigger pendencies_change_check
  before insert or update on pendency.pendencies
  for each row execute function pendency.refuse_pendency_change();

--rollback drop trigger pendencies_change_check on pendency.pendencies;
--rollback drop function pendency.refuse_pendency_change();
--rollback drop trigger pendencies_kept_check on pendency.pendencies;
