--liquibase formatted sql

--changeset protoworks:audit-0012
alter table audit.audit_drafts add column comment text;

comment on column audit.audit_drafts.comment is 'As in platform.events.';

--rollback alter table audit.audit_drafts drop column comment;
