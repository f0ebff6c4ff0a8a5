--liquibase formatted sql

--changeset protoworks:plant-0001
create table plant.projects (
  id uuid not null default platform.uuidv7(),
  owner_id uuid not null,
  name text not null,
  code text not null,
  description text,
  client_company_id uuid not null,
  start_date date,
  expected_end_date date,
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null,
  updated_by uuid not null,
  constraint projects_pkey primary key (id),
  constraint projects_code_key unique (code),
  constraint projects_owner_id_fkey foreign key (owner_id)
    references identity.users (id) on delete restrict,
  constraint projects_client_company_id_fkey foreign key (client_company_id)
    references identity.companies (id) on delete restrict,
  constraint projects_created_by_fkey foreign key (created_by)
    references identity.users (id) on delete restrict,
  constraint projects_updated_by_fkey foreign key (updated_by)
    references identity.users (id) on delete restrict,
  constraint projects_name_check check (btrim(name) <> '' and char_length(name) <= 500),
  constraint projects_code_check check (platform.is_clean_line(code) and char_length(code) <= 100),
  constraint projects_expected_end_date_check check (expected_end_date >= start_date)
);

create index projects_owner_id_idx on plant.projects (owner_id);
create index projects_client_company_id_idx on plant.projects (client_company_id);
create index projects_created_by_idx on plant.projects (created_by);
create index projects_updated_by_idx on plant.projects (updated_by);
create index projects_name_id_idx on plant.projects (name, id);
create index projects_name_id_active_idx on plant.projects (name, id) where is_active;
create index projects_code_id_active_idx on plant.projects (code, id) where is_active;
create index projects_name_trgm_idx on plant.projects using gin (name gin_trgm_ops);

comment on table plant.projects is 'The commissioning projects: one plant, or one campaign in it.';
comment on column plant.projects.id is 'Key.';
comment on column plant.projects.owner_id is 'The user who answers for the project.';
comment on column plant.projects.name is 'The project''s name.';
comment on column plant.projects.code is 'Natural key, unique among all projects.';
comment on column plant.projects.description is 'What the project is about.';
comment on column plant.projects.client_company_id is 'The company that the plant is built for. Its users see the project.';
comment on column plant.projects.start_date is 'Day on which commissioning starts.';
comment on column plant.projects.expected_end_date is 'Day on which it is expected to end, not before start_date.';
comment on column plant.projects.is_active is 'False when deleted softly, which needs every area of it to be so. Default reads leave such rows out.';
comment on column plant.projects.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column plant.projects.created_at is 'When the row was created.';
comment on column plant.projects.updated_at is 'When the row was last changed.';
comment on column plant.projects.created_by is 'Who created the row.';
comment on column plant.projects.updated_by is 'Who last changed the row.';

--rollback drop table plant.projects;
