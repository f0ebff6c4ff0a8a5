--liquibase formatted sql

--changeset protoworks:webhook-0003
-- What is in "encrypted" is encrypted by the application, with the id of the endpoint bound to it: a secret that was
-- copied to another endpoint's row does not open there.
create table webhook.webhook_secrets (
  id uuid not null default platform.uuidv7(),
  endpoint_id uuid not null,
  kind webhook.secret_kind not null,
  encrypted bytea not null,
  public_key text,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  constraint webhook_secrets_pkey primary key (id),
  constraint webhook_secrets_endpoint_id_fkey foreign key (endpoint_id)
    references webhook.webhook_endpoints (id) on delete cascade,
  constraint webhook_secrets_encrypted_check check (octet_length(encrypted) between 29 and 1000),
  constraint webhook_secrets_public_key_check check (
    (kind = 'ED25519') = (public_key is not null) and public_key ~ '^whpk_[A-Za-z0-9+/]{43}=$')
);

create unique index webhook_secrets_endpoint_id_kind_key on webhook.webhook_secrets (endpoint_id, kind)
  where expires_at is null;
create index webhook_secrets_endpoint_id_id_idx on webhook.webhook_secrets (endpoint_id, id);
create index webhook_secrets_expires_at_idx on webhook.webhook_secrets (expires_at) where expires_at is not null;

comment on table webhook.webhook_secrets is 'What messages to an endpoint are signed with: one of each kind, and for a while after a rotation those before it.';
comment on column webhook.webhook_secrets.id is 'Key.';
comment on column webhook.webhook_secrets.endpoint_id is 'The endpoint.';
comment on column webhook.webhook_secrets.kind is 'How it signs.';
comment on column webhook.webhook_secrets.encrypted is 'The secret, encrypted by AES-256-GCM: 12 bytes of nonce, the text, 16 bytes of tag.';
comment on column webhook.webhook_secrets.public_key is 'The public key of an ED25519 pair, whpk_ and base 64. Null for HMAC.';
comment on column webhook.webhook_secrets.created_at is 'When it was made.';
comment on column webhook.webhook_secrets.expires_at is 'Until when it signs beside the one that replaced it. Null for the one in use.';

--rollback drop table webhook.webhook_secrets;
