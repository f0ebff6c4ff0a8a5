--liquibase formatted sql

--changeset protoworks:identity-0002
create type identity.user_role as enum (
  'ADMIN', 'TECHNICIAN', 'MANAGER', 'ENGINEERING', 'SUPPLIER', 'CLIENT'
);

comment on type identity.user_role is
  'A user''s base role. Each value names the row of roles that holds its permissions.';

--rollback drop type identity.user_role;
