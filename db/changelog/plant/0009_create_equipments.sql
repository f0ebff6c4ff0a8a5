--liquibase formatted sql

--changeset protoworks:plant-0009
-- Tags are unique in their project, not globally: two plants both have a P-101.
create table plant.equipments (
  id uuid not null default platform.uuidv7(),
  tag_id text not null,
  application text not null,
  subsystem_id uuid not null,
  project_id uuid not null,
  discipline_id uuid,
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null,
  updated_by uuid not null,
  constraint equipments_pkey primary key (id),
  constraint equipments_project_id_tag_id_key unique (project_id, tag_id),
  constraint equipments_subsystem_id_project_id_fkey foreign key (subsystem_id, project_id)
    references plant.subsystems (id, project_id) on delete restrict on update restrict,
  constraint equipments_discipline_id_fkey foreign key (discipline_id)
    references identity.disciplines (id) on delete restrict,
  constraint equipments_created_by_fkey foreign key (created_by)
    references identity.users (id) on delete restrict,
  constraint equipments_updated_by_fkey foreign key (updated_by)
    references identity.users (id) on delete restrict,
  constraint equipments_tag_id_check check (platform.is_clean_line(tag_id) and char_length(tag_id) <= 50),
  constraint equipments_application_check check (
    btrim(application) <> '' and char_length(application) <= 500)
);

create index equipments_subsystem_id_tag_id_id_idx on plant.equipments (subsystem_id, tag_id, id);
create index equipments_subsystem_id_tag_id_id_active_idx on plant.equipments (subsystem_id, tag_id, id)
  where is_active;
create index equipments_project_id_tag_id_id_active_idx on plant.equipments (project_id, tag_id, id)
  where is_active;
create index equipments_discipline_id_idx on plant.equipments (discipline_id);
create index equipments_created_by_idx on plant.equipments (created_by);
create index equipments_updated_by_idx on plant.equipments (updated_by);
-- Search within a project by any part of the tag or of the application.
create index equipments_project_id_tag_id_trgm_idx on plant.equipments
  using gin (project_id, tag_id gin_trgm_ops);
create index equipments_project_id_application_trgm_idx on plant.equipments
  using gin (project_id, application gin_trgm_ops);

comment on table plant.equipments is 'The pieces of equipment that are commissioned: the lowest level of the hierarchy.';
comment on column plant.equipments.id is 'Key.';
comment on column plant.equipments.tag_id is 'The tag on the equipment''s plate, unique in the project, at most 50 characters.';
comment on column plant.equipments.application is 'What the equipment is and does, at most 500 characters.';
comment on column plant.equipments.subsystem_id is 'The subsystem that the equipment belongs to.';
comment on column plant.equipments.project_id is 'The project of that subsystem, kept equal to it by the foreign key.';
comment on column plant.equipments.discipline_id is 'The discipline that commissions it.';
comment on column plant.equipments.is_active is 'False when deleted softly. Default reads leave such rows out.';
comment on column plant.equipments.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column plant.equipments.created_at is 'When the row was created.';
comment on column plant.equipments.updated_at is 'When the row was last changed.';
comment on column plant.equipments.created_by is 'Who created the row.';
comment on column plant.equipments.updated_by is 'Who last changed the row.';

--rollback drop table plant.equipments;
