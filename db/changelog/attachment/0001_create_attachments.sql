--liquibase formatted sql

--changeset protoworks:attachment-0001
create table attachment.attachments (
  id uuid not null default platform.uuidv7(),
  entity_type text not null,
  entity_id uuid not null,
  file_path text not null,
  file_name text not null,
  file_type text not null,
  file_size bigint not null,
  sha256 text not null,
  uploaded_by uuid not null,
  is_active boolean not null default true,
  purged_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint attachments_pkey primary key (id),
  constraint attachments_file_path_key unique (file_path),
  constraint attachments_uploaded_by_fkey foreign key (uploaded_by)
    references identity.users (id) on delete restrict,
  constraint attachments_entity_type_check check (entity_type ~ '^[a-z]+(_[a-z]+)*$'),
  constraint attachments_file_path_check check (file_path <> '' and char_length(file_path) <= 500),
  constraint attachments_file_name_check check (btrim(file_name) <> '' and char_length(file_name) <= 255),
  constraint attachments_file_type_check check (file_type <> '' and char_length(file_type) <= 50),
  constraint attachments_file_size_check check (file_size >= 0),
  constraint attachments_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint attachments_purged_at_check check (purged_at is null or not is_active)
);

create index attachments_entity_type_entity_id_id_idx on attachment.attachments (entity_type, entity_id, id);
create index attachments_entity_type_entity_id_id_active_idx on attachment.attachments (entity_type, entity_id, id)
  where is_active;
create index attachments_updated_at_inactive_idx on attachment.attachments (updated_at)
  where not is_active and purged_at is null;
create index attachments_uploaded_by_idx on attachment.attachments (uploaded_by);

comment on table attachment.attachments is 'Files that are attached to something: photos, certificates, images of signatures.';
comment on column attachment.attachments.id is 'Key.';
comment on column attachment.attachments.entity_type is 'What kind of thing the file is attached to: protocol, protocol_item, pendency, user_signature.';
comment on column attachment.attachments.entity_id is 'The id of that thing.';
comment on column attachment.attachments.file_path is 'Where the bytes are, as a key in the store, at most 500 characters.';
comment on column attachment.attachments.file_name is 'The name that the file came with, at most 255 characters.';
comment on column attachment.attachments.file_type is 'Media type as found in the bytes, such as image/jpeg. At most 50 characters.';
comment on column attachment.attachments.file_size is 'Size in bytes.';
comment on column attachment.attachments.sha256 is 'SHA-256 (hex) of the bytes.';
comment on column attachment.attachments.uploaded_by is 'Who uploaded the file.';
comment on column attachment.attachments.is_active is 'False when deleted softly. Default reads leave such rows out.';
comment on column attachment.attachments.purged_at is 'When the bytes were deleted, long after the file was. Null while they are there.';
comment on column attachment.attachments.created_at is 'When the file was attached.';
comment on column attachment.attachments.updated_at is 'When the row was last changed.';

--rollback drop table attachment.attachments;
