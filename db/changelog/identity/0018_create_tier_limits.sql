--liquibase formatted sql

--changeset protoworks:identity-0018
create table identity.tier_limits (
  tier identity.tier not null,
  limit_name text not null,
  limit_value bigint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tier_limits_pkey primary key (tier, limit_name),
  constraint tier_limits_limit_name_check check (limit_name ~ '^[a-z]+(_[a-z]+)*$'),
  constraint tier_limits_limit_value_check check (limit_value >= 0)
);

comment on table identity.tier_limits is 'The quotas of each tier.';
comment on column identity.tier_limits.tier is 'Key, with limit_name: the tier.';
comment on column identity.tier_limits.limit_name is 'What is limited: api_keys (live keys per user), upload_bytes (size of one upload).';
comment on column identity.tier_limits.limit_value is 'The most that is allowed, in the unit that limit_name implies: pieces, or bytes.';
comment on column identity.tier_limits.created_at is 'When the row was created.';
comment on column identity.tier_limits.updated_at is 'When the row was last changed.';

--rollback drop table identity.tier_limits;
