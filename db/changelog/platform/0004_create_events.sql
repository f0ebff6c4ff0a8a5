--liquibase formatted sql

--changeset protoworks:platform-0004 splitStatements:false stripComments:false
-- The sequence is that of the audit chain: it is given out under the lock of the chain's head, in the transaction of the
-- change. So whoever has read up to a number has missed nothing before it, which a bigserial does not promise. A unique
-- key of a partitioned table must contain the column that it is partitioned by.
create table platform.events (
  project_id uuid not null,
  sequence bigint not null,
  occurred_at timestamptz not null,
  type text not null,
  entity_type text not null,
  entity_id uuid not null,
  subsystem_id uuid,
  protocol_id uuid,
  user_id uuid not null,
  previous_state text,
  state text not null,
  constraint events_pkey primary key (project_id, sequence, occurred_at),
  constraint events_sequence_check check (sequence >= 1),
  constraint events_type_check check (btrim(type) <> '' and char_length(type) <= 100),
  constraint events_entity_type_check check (btrim(entity_type) <> '' and char_length(entity_type) <= 100),
  constraint events_previous_state_check check (btrim(previous_state) <> '' and char_length(previous_state) <= 100),
  constraint events_state_check check (btrim(state) <> '' and char_length(state) <= 100)
) partition by range (occurred_at);

comment on table platform.events is 'What happened to things that are followed, for those who subscribe: one row for each change, written by its own transaction. Append-only, partitioned by month (UTC); old partitions are dropped.';
comment on column platform.events.project_id is 'Key, with sequence: the project that it happened in.';
comment on column platform.events.sequence is 'Key, with project_id: the place in the project''s audit chain. It grows in the order of the commits; numbers in between tell of things that are not followed.';
comment on column platform.events.occurred_at is 'When it happened.';
comment on column platform.events.type is 'What happened, in the domain''s words: protocol.submitted.';
comment on column platform.events.entity_type is 'The type of the thing that it happened to, as the graph names it.';
comment on column platform.events.entity_id is 'The id of that thing.';
comment on column platform.events.subsystem_id is 'The subsystem that the thing is in. Null where it is in none.';
comment on column platform.events.protocol_id is 'The protocol that the thing is or hangs on. Null where there is none.';
comment on column platform.events.user_id is 'Who did it. The system user for schedulers and gates.';
comment on column platform.events.previous_state is 'The state of the thing before. Null when it is new.';
comment on column platform.events.state is 'The state of the thing since.';

create function platform.refuse_event_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  raise exception using
    errcode = 'restrict_violation',
    message = format('%s refused: what happened stays in the log', tg_op),
    schema = tg_table_schema,
    table = tg_table_name,
    constraint = 'events_append_only_check';
end
$body$;

comment on function platform.refuse_event_change() is
  'Trigger: makes events append-only (restrict_violation, constraint events_append_only_check).';

-- "always": it fires even where session_replication_role switches ordinary triggers off.
create trigger events_append_only_check
  before update or delete or truncate on platform.events
  for each statement execute function platform.refuse_event_change();
alter table platform.events enable always trigger events_append_only_check;

create table platform.event_horizons (
  project_id uuid not null,
  sequence bigint not null,
  constraint event_horizons_pkey primary key (project_id),
  constraint event_horizons_sequence_check check (sequence >= 1)
);

comment on table platform.event_horizons is 'Up to where the events of a project were dropped: whoever has read less far has missed some, and is told so.';
comment on column platform.event_horizons.project_id is 'Key: the project.';
comment on column platform.event_horizons.sequence is 'The last event that was dropped.';

--rollback drop table platform.event_horizons;
--rollback drop table platform.events;
--rollback drop function platform.refuse_event_change();
