--liquibase formatted sql

--changeset protoworks:identity-0024
insert into identity.tier_limits (tier, limit_name, limit_value)
values
  ('free', 'api_keys', 5),
  ('pro', 'api_keys', 20),
  ('premium', 'api_keys', 100),
  ('free', 'upload_bytes', 104857600),
  ('pro', 'upload_bytes', 524288000),
  ('premium', 'upload_bytes', 1073741824)
on conflict do nothing;

--rollback delete from identity.tier_limits where limit_name in ('api_keys', 'upload_bytes');
