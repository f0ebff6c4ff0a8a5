--liquibase formatted sql

--changeset protoworks:plant-0006
-- (id, project_id) is a key only so that systems can refer to both: see systems.project_id.
create table plant.areas (
  id uuid not null default platform.uuidv7(),
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
  constraint areas_pkey primary key (id),
  constraint areas_project_id_code_key unique (project_id, code),
  constraint areas_id_project_id_key unique (id, project_id),
  constraint areas_project_id_fkey foreign key (project_id)
    references plant.projects (id) on delete cascade,
  constraint areas_created_by_fkey foreign key (created_by)
    references identity.users (id) on delete restrict,
  constraint areas_updated_by_fkey foreign key (updated_by)
    references identity.users (id) on delete restrict,
  constraint areas_name_check check (btrim(name) <> '' and char_length(name) <= 500),
  constraint areas_code_check check (platform.is_clean_line(code) and char_length(code) <= 100)
);

create index areas_project_id_code_active_idx on plant.areas (project_id, code) where is_active;
create index areas_created_by_idx on plant.areas (created_by);
create index areas_updated_by_idx on plant.areas (updated_by);

comment on table plant.areas is 'The areas of a project: the first level of the hierarchy.';
comment on column plant.areas.id is 'Key.';
comment on column plant.areas.project_id is 'The project that the area belongs to, for good.';
comment on column plant.areas.name is 'The area''s name.';
comment on column plant.areas.code is 'Natural key, unique in the project.';
comment on column plant.areas.description is 'What the area holds.';
comment on column plant.areas.is_active is 'False when deleted softly, which needs every system in it to be so. Default reads leave such rows out.';
comment on column plant.areas.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column plant.areas.created_at is 'When the row was created.';
comment on column plant.areas.updated_at is 'When the row was last changed.';
comment on column plant.areas.created_by is 'Who created the row.';
comment on column plant.areas.updated_by is 'Who last changed the row.';

--rollback drop table plant.areas;
