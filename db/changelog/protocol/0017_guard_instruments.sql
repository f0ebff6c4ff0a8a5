--liquibase formatted sql

--changeset protoworks:protocol-0017 splitStatements:false stripComments:false
create function protocol.refuse_instrument_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  status protocol.protocol_status;
  refused text := 'protocol_instruments_frozen_check';
begin
  if tg_op = 'DELETE' then
    refused := 'protocol_instruments_kept_check';
  elsif tg_op = 'UPDATE' and new.protocol_id <> old.protocol_id then
    refused := 'protocol_instruments_fixed_check';
  else
    -- Waits for a change of status under way, and makes the next one wait.
    select protocol.status into status from protocol.protocols protocol where id = new.protocol_id for share;
    if status in ('RELEASED', 'IN_PROGRESS') then
      return new;
    end if;
  end if;
  raise exception using
    errcode = 'PW005',
    message = format('%s of an instrument refused', tg_op),
    schema = tg_table_schema,
    table = tg_table_name,
    constraint = refused;
end
$body$;

comment on function protocol.refuse_instrument_change() is
  'Trigger: keeps instruments as they measured. Refuses (SQLSTATE PW005) deletion, as they are taken out of use instead (protocol_instruments_kept_check), another protocol (fixed), and anything while the protocol takes no values (frozen).';

create trigger protocol_instruments_change_check
  before insert or update or delete on protocol.protocol_instruments
  for each row execute function protocol.refuse_instrument_change();

--rollback drop trigger protocol_instruments_change_check on protocol.protocol_instruments;
--rollback drop function protocol.refuse_instrument_change();
