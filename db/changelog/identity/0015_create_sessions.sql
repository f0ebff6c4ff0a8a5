--liquibase formatted sql

--changeset protoworks:identity-0015
create table identity.sessions (
  id uuid not null default platform.uuidv7(),
  user_id uuid not null,
  device_session_id uuid not null,
  refresh_token_hash text not null,
  device_fingerprint text,
  ip_address inet not null,
  user_agent text,
  suspicious boolean not null default false,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  last_seen timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_reason text,
  constraint sessions_pkey primary key (id),
  constraint sessions_refresh_token_hash_key unique (refresh_token_hash),
  constraint sessions_id_user_id_key unique (id, user_id),
  constraint sessions_user_id_fkey foreign key (user_id)
    references identity.users (id) on delete restrict,
  constraint sessions_device_session_id_user_id_fkey foreign key (device_session_id, user_id)
    references identity.device_sessions (id, user_id) on delete restrict,
  constraint sessions_refresh_token_hash_check check (refresh_token_hash ~ '^[0-9a-f]{64}$'),
  constraint sessions_device_fingerprint_check check (device_fingerprint ~ '^[0-9a-f]{64}$'),
  constraint sessions_user_agent_check check (char_length(user_agent) <= 500),
  constraint sessions_expires_at_check check (expires_at > created_at),
  constraint sessions_revoked_reason_check check (
    revoked_reason is null
    or revoked_at is not null
      and revoked_reason in (
        'LOGGED_OUT', 'REVOKED', 'DEVICE_REVOKED', 'PASSWORD_CHANGED', 'PASSWORD_RESET', 'USER_SUSPENDED',
        'USER_DEACTIVATED', 'REFRESH_TOKEN_REUSED'))
);

create index sessions_user_id_created_at_id_idx on identity.sessions (user_id, created_at, id);
create index sessions_device_session_id_user_id_idx on identity.sessions (device_session_id, user_id);
create index sessions_expires_at_idx on identity.sessions (expires_at);
create index sessions_user_id_created_at_id_live_idx on identity.sessions (user_id, created_at, id)
  where revoked_at is null;

comment on table identity.sessions is 'The logins: one row from login to logout, revocation or expiry.';
comment on column identity.sessions.id is 'Key.';
comment on column identity.sessions.user_id is 'Who logged in.';
comment on column identity.sessions.device_session_id is 'The user''s device that the login was made on.';
comment on column identity.sessions.refresh_token_hash is 'SHA-256 (hex) of the refresh token that is valid now. The earlier ones are in refresh_tokens.';
comment on column identity.sessions.device_fingerprint is 'SHA-256 (hex) of what the device told of itself at login.';
comment on column identity.sessions.ip_address is 'Host address of the latest login or refresh.';
comment on column identity.sessions.user_agent is 'User-Agent header of the login, at most 500 characters.';
comment on column identity.sessions.suspicious is 'True once something was odd about it, such as a refresh token used twice.';
comment on column identity.sessions.created_at is 'When the user logged in.';
comment on column identity.sessions.last_used_at is 'When the refresh token was last used.';
comment on column identity.sessions.last_seen is 'When the last request came.';
comment on column identity.sessions.expires_at is 'When the session ends unless it is refreshed before.';
comment on column identity.sessions.revoked_at is 'When the session was ended: by logout, by the user, by an administrator or by the system.';
comment on column identity.sessions.revoked_reason is 'Why it was ended: by the user, by an administrator, or because of what became of the user, the device or a token.';

--rollback drop table identity.sessions;
