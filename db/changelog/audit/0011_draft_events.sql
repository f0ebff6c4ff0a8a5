--liquibase formatted sql

--changeset protoworks:audit-0011
-- What an event of platform.events tells beside its record; without a state a record is no event.
alter table audit.audit_drafts
  add column subsystem_id uuid,
  add column protocol_id uuid,
  add column previous_state text,
  add column state text;

comment on column audit.audit_drafts.subsystem_id is 'As in platform.events.';
comment on column audit.audit_drafts.protocol_id is 'As in platform.events.';
comment on column audit.audit_drafts.previous_state is 'As in platform.events.';
comment on column audit.audit_drafts.state is 'As in platform.events. Null for what is no event.';

--rollback alter table audit.audit_drafts drop column subsystem_id, drop column protocol_id, drop column previous_state, drop column state;
