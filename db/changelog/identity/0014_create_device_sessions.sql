--liquibase formatted sql

--changeset protoworks:identity-0014
-- (id, user_id) is a key only so that a session can refer to both: the database then keeps a session on a device
-- of its own user.
create table identity.device_sessions (
  id uuid not null default platform.uuidv7(),
  user_id uuid not null,
  device_fingerprint text not null,
  device_name text,
  platform text,
  created_at timestamptz not null default now(),
  last_seen timestamptz not null default now(),
  revoked_at timestamptz,
  constraint device_sessions_pkey primary key (id),
  constraint device_sessions_user_id_device_fingerprint_key unique (user_id, device_fingerprint),
  constraint device_sessions_id_user_id_key unique (id, user_id),
  constraint device_sessions_user_id_fkey foreign key (user_id)
    references identity.users (id) on delete restrict,
  constraint device_sessions_device_fingerprint_check check (device_fingerprint ~ '^[0-9a-f]{64}$'),
  constraint device_sessions_device_name_check check (
    platform.is_clean_line(device_name) and char_length(device_name) <= 100)
);

create index device_sessions_user_id_created_at_id_idx on identity.device_sessions (user_id, created_at, id);

comment on table identity.device_sessions is 'The devices that a user is known by. A login on one is a row of sessions.';
comment on column identity.device_sessions.id is 'Key.';
comment on column identity.device_sessions.user_id is 'The user.';
comment on column identity.device_sessions.device_fingerprint is 'SHA-256 (hex) of what tells the device from the user''s other ones.';
comment on column identity.device_sessions.device_name is 'The name that the user knows the device by, at most 100 characters.';
comment on column identity.device_sessions.platform is 'Operating system or browser.';
comment on column identity.device_sessions.created_at is 'When the user first logged in on the device.';
comment on column identity.device_sessions.last_seen is 'When the user last acted on the device.';
comment on column identity.device_sessions.revoked_at is 'When the user told the system to know the device no more.';

--rollback drop table identity.device_sessions;
