--liquibase formatted sql

--changeset protoworks:attachment-0002
create table attachment.uploads (
  id uuid not null default platform.uuidv7(),
  purpose text not null,
  status text not null default 'PENDING',
  file_name text not null,
  file_type text not null,
  file_size bigint not null,
  sha256 text,
  storage_key text not null,
  stored_size bigint,
  stored_sha256 text,
  stored_type text,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  stored_at timestamptz,
  constraint uploads_pkey primary key (id),
  constraint uploads_storage_key_key unique (storage_key),
  constraint uploads_created_by_fkey foreign key (created_by)
    references identity.users (id) on delete restrict,
  constraint uploads_purpose_check check (purpose in ('attachment', 'import')),
  constraint uploads_status_check check (status in ('PENDING', 'STORED', 'BOUND', 'FAILED', 'EXPIRED')),
  constraint uploads_file_name_check check (btrim(file_name) <> '' and char_length(file_name) <= 255),
  constraint uploads_file_type_check check (file_type <> '' and char_length(file_type) <= 255),
  constraint uploads_file_size_check check (file_size >= 0),
  constraint uploads_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint uploads_storage_key_check check (storage_key <> '' and char_length(storage_key) <= 500),
  constraint uploads_stored_size_check check (stored_size >= 0),
  constraint uploads_stored_sha256_check check (stored_sha256 ~ '^[0-9a-f]{64}$'),
  constraint uploads_stored_type_check check (stored_type <> '' and char_length(stored_type) <= 255),
  constraint uploads_stored_check check (
    status not in ('STORED', 'BOUND') or num_nulls(stored_size, stored_sha256, stored_type, stored_at) = 0),
  constraint uploads_expires_at_check check (expires_at > created_at)
);

create index uploads_created_by_created_at_id_idx on attachment.uploads (created_by, created_at, id);
create index uploads_created_by_unbound_idx on attachment.uploads (created_by) where status in ('PENDING', 'STORED');
create index uploads_status_expires_at_idx on attachment.uploads (status, expires_at);

comment on table attachment.uploads is 'Files on their way in: announced, then stored and checked, then bound to what they are for.';
comment on column attachment.uploads.id is 'Key.';
comment on column attachment.uploads.purpose is 'What the file is for: attachment or import.';
comment on column attachment.uploads.status is 'PENDING: announced. STORED: bytes are there and were checked. BOUND: in use. FAILED: the check failed. EXPIRED: never came, or was never used.';
comment on column attachment.uploads.file_name is 'The file''s name as announced, at most 255 characters.';
comment on column attachment.uploads.file_type is 'Media type as announced, at most 255 characters.';
comment on column attachment.uploads.file_size is 'Size in bytes as announced.';
comment on column attachment.uploads.sha256 is 'SHA-256 (hex) as announced. Null when it was not.';
comment on column attachment.uploads.storage_key is 'Where the bytes go, as a key in the store, at most 500 characters.';
comment on column attachment.uploads.stored_size is 'Size in bytes of what came.';
comment on column attachment.uploads.stored_sha256 is 'SHA-256 (hex) of what came.';
comment on column attachment.uploads.stored_type is 'Media type as found in the bytes, whatever the name says. At most 255 characters.';
comment on column attachment.uploads.created_by is 'Who announced the file. Nobody else can send or use it.';
comment on column attachment.uploads.created_at is 'When it was announced.';
comment on column attachment.uploads.expires_at is 'When it is thrown away unless it is bound before.';
comment on column attachment.uploads.stored_at is 'When the bytes were there and checked.';

--rollback drop table attachment.uploads;
