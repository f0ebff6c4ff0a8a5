--liquibase formatted sql

--changeset protoworks:plant-0007
-- project_id repeats what the area says, and the foreign key over both columns keeps it equal. An index that starts
-- with the parent's id serves that foreign key: the parent's id alone finds the same rows.
create table plant.systems (
  id uuid not null default platform.uuidv7(),
  area_id uuid not null,
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
  constraint systems_pkey primary key (id),
  constraint systems_area_id_code_key unique (area_id, code),
  constraint systems_id_project_id_key unique (id, project_id),
  constraint systems_area_id_project_id_fkey foreign key (area_id, project_id)
    references plant.areas (id, project_id) on delete cascade on update restrict,
  constraint systems_created_by_fkey foreign key (created_by)
    references identity.users (id) on delete restrict,
  constraint systems_updated_by_fkey foreign key (updated_by)
    references identity.users (id) on delete restrict,
  constraint systems_name_check check (btrim(name) <> '' and char_length(name) <= 500),
  constraint systems_code_check check (platform.is_clean_line(code) and char_length(code) <= 100)
);

create index systems_project_id_code_id_idx on plant.systems (project_id, code, id);
create index systems_area_id_code_active_idx on plant.systems (area_id, code) where is_active;
create index systems_created_by_idx on plant.systems (created_by);
create index systems_updated_by_idx on plant.systems (updated_by);

comment on table plant.systems is 'The systems of an area: the second level of the hierarchy.';
comment on column plant.systems.id is 'Key.';
comment on column plant.systems.area_id is 'The area that the system belongs to.';
comment on column plant.systems.project_id is 'The project of that area, kept equal to it by the foreign key.';
comment on column plant.systems.name is 'The system''s name.';
comment on column plant.systems.code is 'Natural key, unique in the area.';
comment on column plant.systems.description is 'What the system does.';
comment on column plant.systems.is_active is 'False when deleted softly, which needs every subsystem of it to be so. Default reads leave such rows out.';
comment on column plant.systems.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column plant.systems.created_at is 'When the row was created.';
comment on column plant.systems.updated_at is 'When the row was last changed.';
comment on column plant.systems.created_by is 'Who created the row.';
comment on column plant.systems.updated_by is 'Who last changed the row.';

--rollback drop table plant.systems;
