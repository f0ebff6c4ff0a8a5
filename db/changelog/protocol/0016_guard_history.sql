--liquibase formatted sql

--changeset protoworks:protocol-0016 splitStatements:false stripComments:false rollbackSplitStatements:false
create or replace function protocol.refuse_broken_history() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  last_status protocol.protocol_status;
  refused text;
begin
  select new_status into last_status
    from protocol.protocol_status_history
   where protocol_id = new.protocol_id and sequence = new.sequence - 1;
  if last_status is distinct from new.previous_status then
    refused := 'protocol_status_history_path_check';
  elsif new.previous_status is not null and not exists (
    select
      from protocol.protocols protocol
     where protocol.id = new.protocol_id
       and protocol.can_become(protocol.stage, new.previous_status, new.new_status)) then
    refused := 'protocol_status_history_step_check';
  end if;
  if refused is null then
    return new;
  end if;
  raise exception using
    errcode = 'PW003',
    message = format('step %s of a protocol, from %s to %s after %s, refused',
      new.sequence, new.previous_status, new.new_status, last_status),
    schema = tg_table_schema,
    table = tg_table_name,
    constraint = refused;
end
$body$;

comment on function protocol.refuse_broken_history() is
  'Trigger: refuses a step (SQLSTATE PW003) that does not begin where the step before ended (constraint protocol_status_history_path_check), or that the state machine does not have (step).';

-- The other half of protocols_history_check: a step alone, without the protocol, is not taken either.
create function protocol.require_status() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  -- Steps that others follow are followed by the path check.
  if exists (
    select
      from protocol.protocols protocol
     where protocol.id = new.protocol_id and protocol.status <> new.new_status)
     and not exists (
    select
      from protocol.protocol_status_history later
     where later.protocol_id = new.protocol_id and later.sequence > new.sequence) then
    raise exception using
      errcode = 'PW003',
      message = format('the history of protocol %s ends at %s, but that is not its status', new.protocol_id, new.new_status),
      schema = tg_table_schema,
      table = tg_table_name,
      constraint = 'protocol_status_history_end_check';
  end if;
  return null;
end
$body$;

comment on function protocol.require_status() is
  'Trigger, at the commit: the last step of a history is the status of its protocol (SQLSTATE PW003, constraint protocol_status_history_end_check).';

create constraint trigger protocol_status_history_end_check
  after insert on protocol.protocol_status_history
  deferrable initially deferred
  for each row execute function protocol.require_status();

--rollback drop trigger protocol_status_history_end_check on protocol.protocol_status_history;
--rollback drop function protocol.require_status();
--rollback create or replace function protocol.refuse_broken_history() returns trigger
--rollback   language plpgsql
--rollback   set search_path = pg_catalog, pg_temp
--rollback   as $body$
--rollback declare
--rollback   last_status protocol.protocol_status;
--rollback begin
--rollback   select new_status into last_status
--rollback     from protocol.protocol_status_history
--rollback    where protocol_id = new.protocol_id and sequence = new.sequence - 1;
--rollback   if last_status is distinct from new.previous_status then
--rollback     raise exception using
--rollback       errcode = 'PW003',
--rollback       message = format('step %s of a protocol must begin at %s', new.sequence, last_status),
--rollback       schema = tg_table_schema,
--rollback       table = tg_table_name,
--rollback       constraint = 'protocol_status_history_path_check';
--rollback   end if;
--rollback   return new;
--rollback end
--rollback $body$;
--rollback comment on function protocol.refuse_broken_history() is
--rollback   'Trigger: refuses a step that does not begin where the step before ended (SQLSTATE PW003, constraint protocol_status_history_path_check).';
