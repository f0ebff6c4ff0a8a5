--liquibase formatted sql

--changeset protoworks:protocol-0016 splitStatements:false stripComments:false
create function protocol.refuse_unknown_step() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  if exists (
    select
      from protocol.protocols protocol
     where protocol.id = new.protocol_id
       and protocol.can_become(protocol.stage, new.previous_status, new.new_status)) then
    return new;
  end if;
  raise exception using
    errcode = 'PW003',
    message = format('no protocol of this stage goes from %s to %s', new.previous_status, new.new_status),
    schema = tg_table_schema,
    table = tg_table_name,
    constraint = 'protocol_status_history_step_check';
end
$body$;

comment on function protocol.refuse_unknown_step() is
  'Trigger: refuses a step that the state machine does not have (SQLSTATE PW003, constraint protocol_status_history_step_check).';

create trigger protocol_status_history_step_check
  before insert on protocol.protocol_status_history
  for each row when (new.previous_status is not null)
  execute function protocol.refuse_unknown_step();

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
--rollback drop trigger protocol_status_history_step_check on protocol.protocol_status_history;
--rollback drop function protocol.refuse_unknown_step();
