--liquibase formatted sql

--changeset protoworks:audit-0001
create type audit.audit_action as enum (
  'CREATE', 'UPDATE', 'DELETE', 'LOGIN', 'LOGOUT', 'APPROVE', 'REJECT', 'SIGN', 'SYNC'
);

comment on type audit.audit_action is
  'What kind of act was done (seed 002: operation). DELETE is a soft deletion, too. audit_logs.event_type says it more exactly.';

--rollback drop type audit.audit_action;
