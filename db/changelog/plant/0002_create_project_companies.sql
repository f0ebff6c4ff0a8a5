--liquibase formatted sql

--changeset protoworks:plant-0002
create table plant.project_companies (
  id uuid not null default platform.uuidv7(),
  project_id uuid not null,
  company_id uuid not null,
  company_role identity.company_type not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint project_companies_pkey primary key (id),
  constraint project_companies_project_id_company_id_company_role_key
    unique (project_id, company_id, company_role),
  constraint project_companies_project_id_fkey foreign key (project_id)
    references plant.projects (id) on delete cascade,
  constraint project_companies_company_id_fkey foreign key (company_id)
    references identity.companies (id) on delete restrict
);

create index project_companies_company_id_project_id_idx on plant.project_companies (company_id, project_id);

comment on table plant.project_companies is 'Which company takes part in which project, and as what. Its users see the project.';
comment on column plant.project_companies.id is 'Key.';
comment on column plant.project_companies.project_id is 'The project.';
comment on column plant.project_companies.company_id is 'The company.';
comment on column plant.project_companies.company_role is 'The company''s part in this project, which need not be its own trade. A company can have several.';
comment on column plant.project_companies.created_at is 'When the row was created.';
comment on column plant.project_companies.updated_at is 'When the row was last changed.';

--rollback drop table plant.project_companies;
