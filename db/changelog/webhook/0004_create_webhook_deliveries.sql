--liquibase formatted sql

--changeset protoworks:webhook-0004
-- A delivery is of an event (it has a sequence), a repetition of another one (replay_of), or a test. Only those of
-- events wait for each other: one at a time, which the second unique index keeps.
create table webhook.webhook_deliveries (
  id uuid not null default platform.uuidv7(),
  endpoint_id uuid not null,
  project_id uuid not null,
  sequence bigint,
  event_type text not null,
  status webhook.delivery_status not null default 'PENDING',
  payload text,
  read_for uuid,
  attempts integer not null default 0,
  retries integer not null default 0,
  next_attempt_at timestamptz,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  replay_of uuid,
  constraint webhook_deliveries_pkey primary key (id),
  constraint webhook_deliveries_endpoint_id_project_id_fkey foreign key (endpoint_id, project_id)
    references webhook.webhook_endpoints (id, project_id) on delete cascade,
  constraint webhook_deliveries_replay_of_fkey foreign key (replay_of)
    references webhook.webhook_deliveries (id) on delete cascade,
  constraint webhook_deliveries_read_for_fkey foreign key (read_for)
    references identity.users (id) on delete restrict,
  constraint webhook_deliveries_sequence_check check (sequence >= 1),
  constraint webhook_deliveries_event_type_check check (btrim(event_type) <> '' and char_length(event_type) <= 100),
  constraint webhook_deliveries_payload_check check (octet_length(payload) <= 1048576),
  constraint webhook_deliveries_read_for_payload_check check ((payload is null) = (read_for is null)),
  constraint webhook_deliveries_attempts_check check (attempts >= retries and retries >= 0),
  constraint webhook_deliveries_settled_check check (
    (status = 'PENDING') = (settled_at is null) and (status = 'PENDING') = (next_attempt_at is not null))
);

create unique index webhook_deliveries_endpoint_id_sequence_key on webhook.webhook_deliveries (endpoint_id, sequence)
  where replay_of is null and sequence is not null;
create unique index webhook_deliveries_endpoint_id_pending_key on webhook.webhook_deliveries (endpoint_id)
  where replay_of is null and sequence is not null and status = 'PENDING';
create index webhook_deliveries_endpoint_id_created_at_id_idx
  on webhook.webhook_deliveries (endpoint_id, created_at, id);
create index webhook_deliveries_endpoint_id_status_created_at_id_idx
  on webhook.webhook_deliveries (endpoint_id, status, created_at, id);
create index webhook_deliveries_endpoint_id_project_id_idx on webhook.webhook_deliveries (endpoint_id, project_id);
create index webhook_deliveries_replay_of_idx on webhook.webhook_deliveries (replay_of);
create index webhook_deliveries_read_for_idx on webhook.webhook_deliveries (read_for);
create index webhook_deliveries_settled_at_idx on webhook.webhook_deliveries (settled_at);

comment on table webhook.webhook_deliveries is 'What was sent to endpoints, or is to be sent; kept for a while.';
comment on column webhook.webhook_deliveries.id is 'Key, and the id that the receiver sees: the same at each attempt.';
comment on column webhook.webhook_deliveries.endpoint_id is 'The endpoint.';
comment on column webhook.webhook_deliveries.project_id is 'The project of the endpoint, kept equal to it by the foreign key.';
comment on column webhook.webhook_deliveries.sequence is 'The sequence of the event in the project''s log. Null for a test.';
comment on column webhook.webhook_deliveries.event_type is 'What happened, as the event says it; webhook.ping for a test.';
comment on column webhook.webhook_deliveries.status is 'What became of it.';
comment on column webhook.webhook_deliveries.payload is 'The body that is sent. Null until it was read, which is at the first attempt.';
comment on column webhook.webhook_deliveries.read_for is 'In whose rights the payload was read; only they are shown it. Null until it was.';
comment on column webhook.webhook_deliveries.attempts is 'How often it was tried in all.';
comment on column webhook.webhook_deliveries.retries is 'How often it was tried since it was made or taken up again: where it stands in the schedule.';
comment on column webhook.webhook_deliveries.next_attempt_at is 'When it is tried next. Null when it is settled.';
comment on column webhook.webhook_deliveries.created_at is 'When it was made.';
comment on column webhook.webhook_deliveries.settled_at is 'When it was taken or given up. Null while it is tried.';
comment on column webhook.webhook_deliveries.replay_of is 'The delivery that it repeats. Null for the first of an event, and for a test.';

--rollback drop table webhook.webhook_deliveries;
