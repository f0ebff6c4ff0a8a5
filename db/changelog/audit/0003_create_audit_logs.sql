--liquibase formatted sql

--changeset protoworks:audit-0003
-- A unique key of a partitioned table must contain the column that it is partitioned by. That a sequence is given out
-- once in its whole scope is therefore the doing of audit_chain_heads, whose row every writer locks and advances.
-- The checks of the hashes count no repetitions in a pattern: {64} costs seven times as much, half of a whole insert.
create table audit.audit_logs (
  id bigint generated always as identity,
  scope_type text not null,
  scope_id uuid,
  sequence bigint not null,
  user_id uuid not null,
  timestamp timestamptz not null default now(),
  ip_address inet not null,
  user_agent text,
  action audit.audit_action not null,
  event_type text not null,
  entity_type text not null,
  entity_id uuid not null,
  previous_data jsonb,
  new_data jsonb,
  metadata jsonb,
  change_reason text,
  prev_chain_hash text,
  chain_hash text not null,
  constraint audit_logs_pkey primary key (id, timestamp),
  constraint audit_logs_scope_type_scope_id_sequence_timestamp_key
    unique nulls not distinct (scope_type, scope_id, sequence, timestamp),
  constraint audit_logs_user_id_fkey foreign key (user_id)
    references identity.users (id) on delete restrict,
  constraint audit_logs_scope_type_check check (scope_type in ('project', 'global')),
  constraint audit_logs_scope_id_check check ((scope_type = 'global') = (scope_id is null)),
  constraint audit_logs_sequence_check check (sequence >= 1),
  constraint audit_logs_user_agent_check check (char_length(user_agent) <= 500),
  constraint audit_logs_event_type_check check (btrim(event_type) <> ''),
  constraint audit_logs_entity_type_check check (btrim(entity_type) <> '' and char_length(entity_type) <= 100),
  constraint audit_logs_prev_chain_hash_check check (
    case when sequence = 1 then prev_chain_hash is null else prev_chain_hash is not null end
    and char_length(prev_chain_hash) = 64 and prev_chain_hash !~ '[^0-9a-f]'),
  constraint audit_logs_chain_hash_check check (char_length(chain_hash) = 64 and chain_hash !~ '[^0-9a-f]')
) partition by range (timestamp);

-- Every list of the log runs from the newest on, chain by chain, so that every index ends in that order. Time alone has
-- a BRIN: rows come in its order. A B-tree would tempt the planner to look for the few rows of a viewer's projects among
-- all that happened since.
create index audit_logs_scope_type_scope_id_timestamp_id_idx
  on audit.audit_logs (scope_type, scope_id, timestamp, id);
create index audit_logs_entity_type_entity_id_timestamp_id_idx
  on audit.audit_logs (entity_type, entity_id, timestamp, id);
create index audit_logs_user_id_timestamp_id_idx on audit.audit_logs (user_id, timestamp, id);
create index audit_logs_timestamp_idx on audit.audit_logs using brin (timestamp);
create index audit_logs_event_type_timestamp_id_idx on audit.audit_logs (event_type, timestamp, id);
create index audit_logs_action_timestamp_id_idx on audit.audit_logs (action, timestamp, id);

-- "always": it fires even where session_replication_role switches ordinary triggers off.
create trigger audit_logs_append_only_check
  before update or delete or truncate on audit.audit_logs
  for each statement execute function audit.refuse_change();
alter table audit.audit_logs enable always trigger audit_logs_append_only_check;

comment on table audit.audit_logs is 'Every write, login and logout, in chains of hashes. Append-only, partitioned by month (UTC).';
comment on column audit.audit_logs.id is 'Key, with timestamp. Grows with time.';
comment on column audit.audit_logs.scope_type is 'What the record''s chain belongs to: project, or global for what is outside of projects.';
comment on column audit.audit_logs.scope_id is 'The project. Null for the global chain.';
comment on column audit.audit_logs.sequence is 'Position in the chain of the scope, from 1 on and without gaps.';
comment on column audit.audit_logs.user_id is 'Who did it (seed 003: actor). The system user for schedulers and gates.';
comment on column audit.audit_logs.timestamp is 'When it was done (seeds 002 to 004: created_at).';
comment on column audit.audit_logs.ip_address is 'Host address that the request came from.';
comment on column audit.audit_logs.user_agent is 'User-Agent header of the request, at most 500 characters.';
comment on column audit.audit_logs.action is 'What kind of act it was (seed 002: operation).';
comment on column audit.audit_logs.event_type is 'What exactly was done, in the domain''s words.';
comment on column audit.audit_logs.entity_type is 'What kind of thing it was done to (seed 002: table_name). At most 100 characters.';
comment on column audit.audit_logs.entity_id is 'The id of that thing (seed 002: record_id).';
comment on column audit.audit_logs.previous_data is 'The thing before, or the part of it that changed (seed 002: old_values).';
comment on column audit.audit_logs.new_data is 'The thing after, or the part of it that changed (seed 002: new_values, seeds 003 and 004: payload, data).';
comment on column audit.audit_logs.metadata is 'What else is worth knowing, such as the counts of an import.';
comment on column audit.audit_logs.change_reason is 'The reason that the user gave.';
comment on column audit.audit_logs.prev_chain_hash is 'chain_hash of the record before it in the chain. Null only for the first.';
comment on column audit.audit_logs.chain_hash is 'SHA-256 (hex) over prev_chain_hash followed by the record as canonical JSON (RFC 8785).';

--rollback drop table audit.audit_logs;
