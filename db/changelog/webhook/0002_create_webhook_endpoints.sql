--liquibase formatted sql

--changeset protoworks:webhook-0002
create table webhook.webhook_endpoints (
  id uuid not null default platform.uuidv7(),
  project_id uuid not null,
  url text not null,
  event_types text[],
  selection text not null,
  position bigint not null,
  is_active boolean not null default true,
  disabled_at timestamptz,
  disabled_reason text,
  owner_id uuid not null,
  api_key_id uuid,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint webhook_endpoints_pkey primary key (id),
  constraint webhook_endpoints_id_project_id_key unique (id, project_id),
  constraint webhook_endpoints_project_id_fkey foreign key (project_id)
    references plant.projects (id) on delete restrict,
  constraint webhook_endpoints_owner_id_fkey foreign key (owner_id)
    references identity.users (id) on delete restrict,
  constraint webhook_endpoints_api_key_id_fkey foreign key (api_key_id)
    references identity.api_keys (id) on delete restrict,
  constraint webhook_endpoints_created_by_fkey foreign key (created_by)
    references identity.users (id) on delete restrict,
  constraint webhook_endpoints_url_check check (url ~ '^https?://' and char_length(url) <= 2000),
  constraint webhook_endpoints_event_types_check check (cardinality(event_types) between 1 and 100),
  constraint webhook_endpoints_selection_check check (btrim(selection) <> '' and char_length(selection) <= 4000),
  constraint webhook_endpoints_position_check check (position >= 0),
  constraint webhook_endpoints_disabled_check check (
    num_nulls(disabled_at, disabled_reason) = case when is_active then 2 else 0 end),
  constraint webhook_endpoints_disabled_reason_check check (
    btrim(disabled_reason) <> '' and char_length(disabled_reason) <= 1000)
);

create index webhook_endpoints_project_id_created_at_id_idx on webhook.webhook_endpoints (project_id, created_at, id);
create index webhook_endpoints_project_id_active_idx on webhook.webhook_endpoints (project_id) where is_active;
create index webhook_endpoints_owner_id_idx on webhook.webhook_endpoints (owner_id);
create index webhook_endpoints_api_key_id_idx on webhook.webhook_endpoints (api_key_id);
create index webhook_endpoints_created_by_idx on webhook.webhook_endpoints (created_by);

comment on table webhook.webhook_endpoints is 'Where the events of a project are sent to, and how far that has come.';
comment on column webhook.webhook_endpoints.id is 'Key.';
comment on column webhook.webhook_endpoints.project_id is 'The project whose events are sent.';
comment on column webhook.webhook_endpoints.url is 'The address that they are posted to.';
comment on column webhook.webhook_endpoints.event_types is 'Which types of events are sent. Null: all.';
comment on column webhook.webhook_endpoints.selection is 'What is told of each event: a selection set of GraphQL on the type Event.';
comment on column webhook.webhook_endpoints.position is 'The sequence of the event up to which everything was settled: what comes after it is still to be sent.';
comment on column webhook.webhook_endpoints.is_active is 'False while nothing is sent.';
comment on column webhook.webhook_endpoints.disabled_at is 'Since when nothing is sent. Null while it is active.';
comment on column webhook.webhook_endpoints.disabled_reason is 'Why nothing is sent, in words. Null while it is active.';
comment on column webhook.webhook_endpoints.owner_id is 'In whose rights events are read: who made it or last changed it. What they don''t see is not sent.';
comment on column webhook.webhook_endpoints.api_key_id is 'The API key that the owner used: events are read within its scopes, and no longer than it is valid. Null where it was a login.';
comment on column webhook.webhook_endpoints.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column webhook.webhook_endpoints.created_by is 'Who made it.';
comment on column webhook.webhook_endpoints.created_at is 'When the row was created.';
comment on column webhook.webhook_endpoints.updated_at is 'When it was last changed. That events were sent is no change.';

--rollback drop table webhook.webhook_endpoints;
