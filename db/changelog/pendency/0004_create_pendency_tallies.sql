--liquibase formatted sql

--changeset protoworks:pendency-0004
create table pendency.pendency_tallies (
  project_id uuid not null,
  company_id uuid not null,
  type pendency.pendency_type not null,
  stage template.protocol_type not null,
  raised_on date not null,
  open integer not null default 0,
  constraint pendency_tallies_pkey primary key (project_id, company_id, type, stage, raised_on),
  constraint pendency_tallies_project_id_fkey foreign key (project_id)
    references plant.projects (id) on delete cascade,
  constraint pendency_tallies_company_id_fkey foreign key (company_id)
    references identity.companies (id) on delete restrict,
  constraint pendency_tallies_open_check check (open >= 0)
);

create index pendency_tallies_company_id_project_id_idx on pendency.pendency_tallies (company_id, project_id);

comment on table pendency.pendency_tallies is 'How many pendencies of a project are open, by who has to clear them, type, stage and age. Kept by triggers.';
comment on column pendency.pendency_tallies.project_id is 'The project.';
comment on column pendency.pendency_tallies.company_id is 'The company that has to clear them.';
comment on column pendency.pendency_tallies.type is 'Their type.';
comment on column pendency.pendency_tallies.stage is 'The stage that they were raised at.';
comment on column pendency.pendency_tallies.raised_on is 'The day on which they were raised (UTC).';
comment on column pendency.pendency_tallies.open is 'How many are open, cleared ones among them.';

--rollback drop table pendency.pendency_tallies;
