--liquibase formatted sql

--changeset protoworks:audit-0006
create table audit.audit_chain_heads (
  id uuid not null default platform.uuidv7(),
  scope_type text not null,
  scope_id uuid,
  sequence bigint not null,
  chain_hash text,
  updated_at timestamptz not null default now(),
  constraint audit_chain_heads_pkey primary key (id),
  constraint audit_chain_heads_scope_type_scope_id_key
    unique nulls not distinct (scope_type, scope_id),
  constraint audit_chain_heads_scope_type_check check (scope_type in ('project', 'global')),
  constraint audit_chain_heads_scope_id_check check ((scope_type = 'global') = (scope_id is null)),
  constraint audit_chain_heads_sequence_check check (sequence >= 0),
  constraint audit_chain_heads_chain_hash_check check (
    case when sequence = 0 then chain_hash is null else chain_hash is not null end
    and char_length(chain_hash) = 64 and chain_hash !~ '[^0-9a-f]')
);

comment on table audit.audit_chain_heads is 'The end of each chain of audit_logs. Whoever appends to a chain locks its row first, so that a chain never forks.';
comment on column audit.audit_chain_heads.id is 'Key.';
comment on column audit.audit_chain_heads.scope_type is 'What the chain belongs to: project or global.';
comment on column audit.audit_chain_heads.scope_id is 'The project. Null for the global chain.';
comment on column audit.audit_chain_heads.sequence is 'Position of the chain''s last record, 0 while there is none. Never goes down.';
comment on column audit.audit_chain_heads.chain_hash is 'chain_hash of the chain''s last record, null while there is none.';
comment on column audit.audit_chain_heads.updated_at is 'When the chain last grew.';

--rollback drop table audit.audit_chain_heads;
