--liquibase formatted sql

--changeset protoworks:identity-0017
create table identity.api_keys (
  id uuid not null default platform.uuidv7(),
  user_id uuid not null,
  name text not null,
  hashed_key text not null,
  key_hint text not null,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint api_keys_pkey primary key (id),
  constraint api_keys_hashed_key_key unique (hashed_key),
  constraint api_keys_user_id_fkey foreign key (user_id)
    references identity.users (id) on delete restrict,
  constraint api_keys_name_check check (platform.is_clean_line(name) and char_length(name) <= 100),
  constraint api_keys_hashed_key_check check (hashed_key ~ '^[0-9a-f]{64}$'),
  constraint api_keys_key_hint_check check (char_length(key_hint) = 4),
  constraint api_keys_scopes_check check (array_position(scopes, null) is null),
  constraint api_keys_expires_at_check check (expires_at > created_at)
);

create index api_keys_user_id_created_at_id_idx on identity.api_keys (user_id, created_at, id);
create unique index api_keys_user_id_name_live_key on identity.api_keys (user_id, name)
  where revoked_at is null;

comment on table identity.api_keys is 'Keys by which integrators act as a user without a login.';
comment on column identity.api_keys.id is 'Key.';
comment on column identity.api_keys.user_id is 'The user whom the key acts as.';
comment on column identity.api_keys.name is 'What the key is for, unique among the user''s keys that are not revoked, at most 100 characters.';
comment on column identity.api_keys.hashed_key is 'SHA-256 (hex) of the key. The key itself is shown once and never stored.';
comment on column identity.api_keys.key_hint is 'The last 4 characters of the key, to tell keys apart.';
comment on column identity.api_keys.scopes is 'The permissions that the key is limited to. It never has one that its user lacks.';
comment on column identity.api_keys.created_at is 'When the key was made.';
comment on column identity.api_keys.expires_at is 'When it stops working. Null: never.';
comment on column identity.api_keys.last_used_at is 'When it was last used.';
comment on column identity.api_keys.revoked_at is 'When it was withdrawn.';

--rollback drop table identity.api_keys;
