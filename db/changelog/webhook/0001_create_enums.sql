--liquibase formatted sql

--changeset protoworks:webhook-0001
create type webhook.secret_kind as enum ('HMAC', 'ED25519');

comment on type webhook.secret_kind is
  'How a message is signed: HMAC with a secret that the receiver has, too; ED25519 with a private key whose public one the receiver has.';

create type webhook.delivery_status as enum ('PENDING', 'DELIVERED', 'FAILED', 'SKIPPED');

comment on type webhook.delivery_status is
  'What became of a delivery: PENDING while it is tried, DELIVERED when the receiver took it, FAILED when it was given up, SKIPPED when it was left out.';

--rollback drop type webhook.delivery_status;
--rollback drop type webhook.secret_kind;
