--liquibase formatted sql

--changeset protoworks:notification-0003
create table notification.notifications (
  id uuid not null default platform.uuidv7(),
  user_id uuid not null,
  sequence bigint not null,
  project_id uuid not null,
  event_sequence bigint not null,
  type notification.notification_type not null,
  entity_type text not null,
  entity_id uuid not null,
  subsystem_id uuid,
  protocol_id uuid,
  actor_id uuid not null,
  occurred_at timestamptz not null,
  payload jsonb not null,
  read_at timestamptz,
  is_read boolean not null generated always as (read_at is not null) stored,
  created_at timestamptz not null default now(),
  constraint notifications_pkey primary key (id),
  constraint notifications_user_id_sequence_key unique (user_id, sequence),
  constraint notifications_user_id_project_id_event_sequence_key unique (user_id, project_id, event_sequence),
  constraint notifications_user_id_fkey foreign key (user_id)
    references notification.inboxes (user_id) on delete restrict,
  constraint notifications_project_id_fkey foreign key (project_id)
    references plant.projects (id) on delete restrict,
  constraint notifications_actor_id_fkey foreign key (actor_id)
    references identity.users (id) on delete restrict,
  constraint notifications_sequence_check check (sequence >= 1),
  constraint notifications_event_sequence_check check (event_sequence >= 1),
  constraint notifications_entity_type_check check (btrim(entity_type) <> '' and char_length(entity_type) <= 100),
  constraint notifications_payload_check check (jsonb_typeof(payload) = 'object')
);

create index notifications_user_id_sequence_unread_idx on notification.notifications (user_id, sequence)
  where read_at is null;
create index notifications_user_id_type_sequence_idx on notification.notifications (user_id, type, sequence);
create index notifications_user_id_project_id_sequence_idx on notification.notifications (user_id, project_id, sequence);
create index notifications_project_id_idx on notification.notifications (project_id);
create index notifications_actor_id_idx on notification.notifications (actor_id);
create index notifications_created_at_idx on notification.notifications (created_at);

comment on table notification.notifications is 'That an event concerns a user. Made of the event log, each once; kept for a while.';
comment on column notification.notifications.id is 'Key.';
comment on column notification.notifications.user_id is 'Whom it concerns.';
comment on column notification.notifications.sequence is 'Its place among those of the user, without a gap and in the order of the commits.';
comment on column notification.notifications.project_id is 'The project that it happened in.';
comment on column notification.notifications.event_sequence is 'The event''s place in the project''s log.';
comment on column notification.notifications.type is 'Why it concerns the user.';
comment on column notification.notifications.entity_type is 'The type of the thing that it happened to, as the graph names it.';
comment on column notification.notifications.entity_id is 'The id of that thing.';
comment on column notification.notifications.subsystem_id is 'The subsystem that the thing is in. Null where it is in none.';
comment on column notification.notifications.protocol_id is 'The protocol that the thing is or hangs on. Null where there is none.';
comment on column notification.notifications.actor_id is 'Who did it.';
comment on column notification.notifications.occurred_at is 'When it happened.';
comment on column notification.notifications.payload is 'What the event tells: event (its type), previousState, state, comment; v is the version of the form.';
comment on column notification.notifications.read_at is 'When the user marked it as read. Null while it is unread.';
comment on column notification.notifications.is_read is 'Whether it is read: follows from read_at.';
comment on column notification.notifications.created_at is 'When the row was made.';

--rollback drop table notification.notifications;
