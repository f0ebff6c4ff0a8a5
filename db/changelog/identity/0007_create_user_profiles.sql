--liquibase formatted sql

--changeset protoworks:identity-0007
create table identity.user_profiles (
  user_id uuid not null,
  display_name text,
  avatar_url text,
  preferences_json jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_profiles_pkey primary key (user_id),
  constraint user_profiles_user_id_fkey foreign key (user_id)
    references identity.users (id) on delete restrict,
  constraint user_profiles_display_name_check check (btrim(display_name) <> ''),
  constraint user_profiles_preferences_json_check check (jsonb_typeof(preferences_json) = 'object')
);

comment on table identity.user_profiles is 'How users present themselves, and what they prefer. At most one row per user.';
comment on column identity.user_profiles.user_id is 'Key: the user.';
comment on column identity.user_profiles.display_name is 'The name to show instead of the user''s name.';
comment on column identity.user_profiles.avatar_url is 'Address of the user''s picture.';
comment on column identity.user_profiles.preferences_json is 'Settings of the user''s clients, a JSON object whose members the clients define.';
comment on column identity.user_profiles.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column identity.user_profiles.created_at is 'When the row was created.';
comment on column identity.user_profiles.updated_at is 'When the row was last changed.';

--rollback drop table identity.user_profiles;
