--liquibase formatted sql

--changeset protoworks:identity-0016
create table identity.refresh_tokens (
  id uuid not null default platform.uuidv7(),
  user_id uuid not null,
  session_id uuid not null,
  token_hash text not null,
  device_info text,
  ip_address inet,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  constraint refresh_tokens_pkey primary key (id),
  constraint refresh_tokens_token_hash_key unique (token_hash),
  constraint refresh_tokens_user_id_fkey foreign key (user_id)
    references identity.users (id) on delete cascade,
  constraint refresh_tokens_session_id_user_id_fkey foreign key (session_id, user_id)
    references identity.sessions (id, user_id) on delete restrict,
  constraint refresh_tokens_token_hash_check check (token_hash ~ '^[0-9a-f]{64}$'),
  constraint refresh_tokens_expires_at_check check (expires_at > created_at)
);

create index refresh_tokens_user_id_idx on identity.refresh_tokens (user_id);
create index refresh_tokens_session_id_user_id_idx on identity.refresh_tokens (session_id, user_id);
create index refresh_tokens_expires_at_idx on identity.refresh_tokens (expires_at);

comment on table identity.refresh_tokens is 'The rotating tokens of a session. Each can be used once, a second use ends the session.';
comment on column identity.refresh_tokens.id is 'Key.';
comment on column identity.refresh_tokens.user_id is 'The user whom the token was given to.';
comment on column identity.refresh_tokens.session_id is 'The session that the token refreshes, one of the same user.';
comment on column identity.refresh_tokens.token_hash is 'SHA-256 (hex) of the token (seed 000: token). The token itself is never stored.';
comment on column identity.refresh_tokens.device_info is 'What the client told of its device when the token was given out.';
comment on column identity.refresh_tokens.ip_address is 'Host address that the token was given out to.';
comment on column identity.refresh_tokens.created_at is 'When the token was given out.';
comment on column identity.refresh_tokens.expires_at is 'When it can be used no more.';
comment on column identity.refresh_tokens.used_at is 'When it was exchanged for the next one.';
comment on column identity.refresh_tokens.revoked_at is 'When it was withdrawn without having been used.';

--rollback drop table identity.refresh_tokens;
