--liquibase formatted sql

--changeset protoworks:protocol-0007 splitStatements:false stripComments:false
create table protocol.protocol_status_history (
  id uuid not null default platform.uuidv7(),
  protocol_id uuid not null,
  sequence integer not null,
  previous_status protocol.protocol_status,
  new_status protocol.protocol_status not null,
  round integer not null,
  user_id uuid not null,
  timestamp timestamptz not null default now(),
  ip_address inet not null,
  reason text,
  is_documental boolean not null default false,
  constraint protocol_status_history_pkey primary key (id),
  constraint protocol_status_history_protocol_id_sequence_key unique (protocol_id, sequence),
  constraint protocol_status_history_protocol_id_fkey foreign key (protocol_id)
    references protocol.protocols (id) on delete restrict,
  constraint protocol_status_history_user_id_fkey foreign key (user_id)
    references identity.users (id) on delete restrict,
  constraint protocol_status_history_sequence_check check (sequence >= 1),
  constraint protocol_status_history_previous_status_check check (
    (sequence = 1) = (previous_status is null) and (previous_status is not null or new_status = 'CREATED')),
  constraint protocol_status_history_reason_check check (
    new_status not in ('REJECTED', 'CANCELLED') or reason is not null and char_length(btrim(reason)) >= 10),
  constraint protocol_status_history_reason_length_check check (char_length(reason) <= 2000),
  constraint protocol_status_history_is_documental_check check (not is_documental or new_status = 'REJECTED')
);

create index protocol_status_history_user_id_timestamp_idx on protocol.protocol_status_history (user_id, timestamp);
create index protocol_status_history_timestamp_idx on protocol.protocol_status_history (timestamp);

comment on table protocol.protocol_status_history is 'Every status that a protocol ever had, a chain of steps. Append-only.';
comment on column protocol.protocol_status_history.id is 'Key.';
comment on column protocol.protocol_status_history.protocol_id is 'The protocol.';
comment on column protocol.protocol_status_history.sequence is 'Which step of the protocol it is, from 1 on and without gaps.';
comment on column protocol.protocol_status_history.previous_status is 'The status before. Null for the first step only.';
comment on column protocol.protocol_status_history.new_status is 'The status from then on.';
comment on column protocol.protocol_status_history.round is 'The round of the protocol from then on.';
comment on column protocol.protocol_status_history.user_id is 'Who did it; the system user for what gates do.';
comment on column protocol.protocol_status_history.timestamp is 'When.';
comment on column protocol.protocol_status_history.ip_address is 'Host address that the request came from.';
comment on column protocol.protocol_status_history.reason is 'Why, where the step needs a reason: at most 2000 characters, and at least 10 for a rejection or cancellation.';
comment on column protocol.protocol_status_history.is_documental is 'Whether a rejection is about documents and names no item.';

create trigger protocol_status_history_append_only_check
  before update or delete or truncate on protocol.protocol_status_history
  for each statement execute function audit.refuse_change();
alter table protocol.protocol_status_history enable always trigger protocol_status_history_append_only_check;

create function protocol.refuse_broken_history() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  last_status protocol.protocol_status;
begin
  select new_status into last_status
    from protocol.protocol_status_history
   where protocol_id = new.protocol_id and sequence = new.sequence - 1;
  if last_status is distinct from new.previous_status then
    raise exception using
      errcode = 'PW003',
      message = format('step %s of a protocol must begin at %s', new.sequence, last_status),
      schema = tg_table_schema,
      table = tg_table_name,
      constraint = 'protocol_status_history_path_check';
  end if;
  return new;
end
$body$;

comment on function protocol.refuse_broken_history() is
  'Trigger: refuses a step that does not begin where the step before ended (SQLSTATE PW003, constraint protocol_status_history_path_check).';

create trigger protocol_status_history_path_check
  before insert on protocol.protocol_status_history
  for each row execute function protocol.refuse_broken_history();

-- The last step of the history is the status: checked at the commit, so that either may be written first.
create function protocol.require_history() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  current_status protocol.protocol_status;
  last_status protocol.protocol_status;
begin
  select status into current_status from protocol.protocols where id = new.id;
  select new_status into last_status
    from protocol.protocol_status_history
   where protocol_id = new.id
   order by sequence desc
   limit 1;
  if current_status is distinct from last_status then
    raise exception using
      errcode = 'PW003',
      message = format('the status of protocol %s is %s, but its history ends at %s', new.id, current_status, last_status),
      schema = tg_table_schema,
      table = tg_table_name,
      constraint = 'protocols_history_check';
  end if;
  return null;
end
$body$;

comment on function protocol.require_history() is
  'Trigger, at the commit: the history of a protocol ends at its status (SQLSTATE PW003, constraint protocols_history_check).';

create constraint trigger protocols_history_on_insert_check
  after insert on protocol.protocols
  deferrable initially deferred
  for each row execute function protocol.require_history();

create constraint trigger protocols_history_on_update_check
  after update of status on protocol.protocols
  deferrable initially deferred
  for each row when (new.status <> old.status)
  execute function protocol.require_history();

--rollback drop trigger protocols_history_on_update_check on protocol.protocols;
--rollback drop trigger protocols_history_on_insert_check on protocol.protocols;
--rollback drop function protocol.require_history();
--rollback drop table protocol.protocol_status_history;
--rollback drop function protocol.refuse_broken_history();
