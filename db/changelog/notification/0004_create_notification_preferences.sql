--liquibase formatted sql

--changeset protoworks:notification-0004
create table notification.notification_preferences (
  user_id uuid not null,
  muted_types notification.notification_type[] not null,
  muted_project_ids uuid[] not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint notification_preferences_pkey primary key (user_id),
  constraint notification_preferences_user_id_fkey foreign key (user_id)
    references identity.users (id) on delete restrict,
  constraint notification_preferences_muted_types_check check (array_position(muted_types, null) is null),
  constraint notification_preferences_muted_project_ids_check check (
    array_position(muted_project_ids, null) is null and cardinality(muted_project_ids) <= 1000)
);

comment on table notification.notification_preferences is 'What users do not want to hear of. A user without a row hears of all that concerns them.';
comment on column notification.notification_preferences.user_id is 'Key: the user.';
comment on column notification.notification_preferences.muted_types is 'The reasons for which they want to hear of nothing.';
comment on column notification.notification_preferences.muted_project_ids is 'The projects of which they want to hear nothing, at most 1000.';
comment on column notification.notification_preferences.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column notification.notification_preferences.created_at is 'When the row was created.';
comment on column notification.notification_preferences.updated_at is 'When the row was last changed.';

--rollback drop table notification.notification_preferences;
