--liquibase formatted sql

--changeset protoworks:identity-0003
create type identity.tier as enum ('free', 'pro', 'premium');

comment on type identity.tier is 'The plan that a user''s quotas come from, see tier_limits.';

--rollback drop type identity.tier;
