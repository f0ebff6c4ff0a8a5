--liquibase formatted sql

--changeset protoworks:audit-0010
-- What a transaction puts here it takes out again before it commits, so nobody ever sees a row of another one, and
-- nothing is lost with a crash: no WAL.
create unlogged table audit.audit_drafts (
  transaction_id xid8 not null default pg_current_xact_id(),
  position bigint generated always as identity,
  scope_type text not null,
  scope_id uuid,
  user_id uuid not null,
  ip_address text not null,
  user_agent text,
  action audit.audit_action not null,
  event_type text not null,
  entity_type text not null,
  entity_id uuid not null,
  previous_data text,
  new_data text,
  metadata text,
  change_reason text,
  constraint audit_drafts_pkey primary key (transaction_id, position)
);

comment on table audit.audit_drafts is 'Records of transactions that change too much to be held in memory until they commit. Each gets its place in its chain of audit_logs just before the commit, so that the chain''s head is not locked meanwhile.';
comment on column audit.audit_drafts.transaction_id is 'The transaction that made it. Key, with position.';
comment on column audit.audit_drafts.position is 'Grows in the order in which the things were done.';
comment on column audit.audit_drafts.scope_type is 'As in audit_logs.';
comment on column audit.audit_drafts.scope_id is 'As in audit_logs.';
comment on column audit.audit_drafts.user_id is 'As in audit_logs.';
comment on column audit.audit_drafts.ip_address is 'As in audit_logs, as it is hashed.';
comment on column audit.audit_drafts.user_agent is 'As in audit_logs.';
comment on column audit.audit_drafts.action is 'As in audit_logs.';
comment on column audit.audit_drafts.event_type is 'As in audit_logs.';
comment on column audit.audit_drafts.entity_type is 'As in audit_logs.';
comment on column audit.audit_drafts.entity_id is 'As in audit_logs.';
comment on column audit.audit_drafts.previous_data is 'As in audit_logs, in its canonical form.';
comment on column audit.audit_drafts.new_data is 'As in audit_logs, in its canonical form.';
comment on column audit.audit_drafts.metadata is 'As in audit_logs, in its canonical form.';
comment on column audit.audit_drafts.change_reason is 'As in audit_logs.';

--rollback drop table audit.audit_drafts;
