--liquibase formatted sql

--changeset protoworks:plant-0008
create table plant.subsystems (
  id uuid not null default platform.uuidv7(),
  system_id uuid not null,
  project_id uuid not null,
  name text not null,
  code text not null,
  description text,
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null,
  updated_by uuid not null,
  constraint subsystems_pkey primary key (id),
  constraint subsystems_system_id_code_key unique (system_id, code),
  constraint subsystems_id_project_id_key unique (id, project_id),
  constraint subsystems_system_id_project_id_fkey foreign key (system_id, project_id)
    references plant.systems (id, project_id) on delete restrict on update restrict,
  constraint subsystems_created_by_fkey foreign key (created_by)
    references identity.users (id) on delete restrict,
  constraint subsystems_updated_by_fkey foreign key (updated_by)
    references identity.users (id) on delete restrict,
  constraint subsystems_name_check check (btrim(name) <> '' and char_length(name) <= 500),
  constraint subsystems_code_check check (platform.is_clean_line(code) and char_length(code) <= 100)
);

create index subsystems_project_id_code_id_idx on plant.subsystems (project_id, code, id);
create index subsystems_system_id_code_active_idx on plant.subsystems (system_id, code) where is_active;
create index subsystems_created_by_idx on plant.subsystems (created_by);
create index subsystems_updated_by_idx on plant.subsystems (updated_by);

comment on table plant.subsystems is 'The subsystems of a system: the third level of the hierarchy, and the unit that gates open for.';
comment on column plant.subsystems.id is 'Key.';
comment on column plant.subsystems.system_id is 'The system that the subsystem belongs to.';
comment on column plant.subsystems.project_id is 'The project of that system, kept equal to it by the foreign key.';
comment on column plant.subsystems.name is 'The subsystem''s name.';
comment on column plant.subsystems.code is 'Natural key, unique in the system.';
comment on column plant.subsystems.description is 'What the subsystem does.';
comment on column plant.subsystems.is_active is 'False when deleted softly, which needs every equipment of it to be so. Default reads leave such rows out.';
comment on column plant.subsystems.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column plant.subsystems.created_at is 'When the row was created.';
comment on column plant.subsystems.updated_at is 'When the row was last changed.';
comment on column plant.subsystems.created_by is 'Who created the row.';
comment on column plant.subsystems.updated_by is 'Who last changed the row.';

--rollback drop table plant.subsystems;
