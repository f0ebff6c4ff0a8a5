--liquibase formatted sql

--changeset protoworks:protocol-0020 splitStatements:false stripComments:false rollbackSplitStatements:false
-- What measured was judged by its calibration when the value was given: while a value names it, it stays what it was then.
create or replace function protocol.refuse_instrument_change() returns trigger
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
    -- Waits for values and a change of status under way, and makes the next ones wait.
    select protocol.status into status from protocol.protocols protocol where id = new.protocol_id for no key update;
    if status in ('RELEASED', 'IN_PROGRESS') then
      if tg_op = 'INSERT'
         or (new.serial_number, new.certificate_number, new.calibrated_on, new.calibration_due_on)
            is not distinct from
            (old.serial_number, old.certificate_number, old.calibrated_on, old.calibration_due_on)
            and (new.is_active or not old.is_active)
         or not exists (
           select
             from protocol.protocol_items item
            where item.protocol_id = old.protocol_id and (item.value ->> 'instrumentId')::uuid = old.id) then
        return new;
      end if;
      refused := 'protocol_instruments_measured_check';
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
  'Trigger: keeps instruments as they measured. Refuses (SQLSTATE PW005) deletion, as they are taken out of use instead (protocol_instruments_kept_check), another protocol (fixed), anything while the protocol takes no values (frozen), and another serial number, certificate or calibration, or taking it out of use, while a value names it (measured).';
comment on column protocol.protocol_instruments.calibration_due_on is
  'The last day on which the calibration holds. Days begin and end in UTC: projects have no time zone.';

--rollback create or replace function protocol.refuse_instrument_change() returns trigger
--rollback   language plpgsql
--rollback   set search_path = pg_catalog, pg_temp
--rollback   as $body$
--rollback declare
--rollback   status protocol.protocol_status;
--rollback   refused text := 'protocol_instruments_frozen_check';
--rollback begin
--rollback   if tg_op = 'DELETE' then
--rollback     refused := 'protocol_instruments_kept_check';
--rollback   elsif tg_op = 'UPDATE' and new.protocol_id <> old.protocol_id then
--rollback     refused := 'protocol_instruments_fixed_check';
--rollback   else
--rollback     -- Waits for a change of status under way, and makes the next one wait.
--rollback     select protocol.status into status from protocol.protocols protocol where id = new.protocol_id for share;
--rollback     if status in ('RELEASED', 'IN_PROGRESS') then
--rollback       return new;
--rollback     end if;
--rollback   end if;
--rollback   raise exception using
--rollback     errcode = 'PW005',
--rollback     message = format('%s of an instrument refused', tg_op),
--rollback     schema = tg_table_schema,
--rollback     table = tg_table_name,
--rollback     constraint = refused;
--rollback end
--rollback $body$;
--rollback comment on function protocol.refuse_instrument_change() is
--rollback   'Trigger: keeps instruments as they measured. Refuses (SQLSTATE PW005) deletion, as they are taken out of use instead (protocol_instruments_kept_check), another protocol (fixed), and anything while the protocol takes no values (frozen).';
--rollback comment on column protocol.protocol_instruments.calibration_due_on is 'The last day on which the calibration holds.';
