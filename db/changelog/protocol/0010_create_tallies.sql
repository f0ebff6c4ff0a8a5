--liquibase formatted sql

--changeset protoworks:protocol-0010
create table protocol.subsystem_turns (
  subsystem_id uuid not null,
  company_id uuid not null,
  stage template.protocol_type not null,
  status protocol.protocol_status not null,
  project_id uuid not null,
  protocols integer not null default 0,
  constraint subsystem_turns_pkey primary key (subsystem_id, company_id, stage, status),
  constraint subsystem_turns_subsystem_id_fkey foreign key (subsystem_id)
    references completion.subsystem_progress (subsystem_id) on delete cascade on update restrict,
  constraint subsystem_turns_company_id_fkey foreign key (company_id)
    references identity.companies (id) on delete restrict,
  constraint subsystem_turns_protocols_check check (protocols >= 0)
);

create index subsystem_turns_project_id_idx on protocol.subsystem_turns (project_id);
create index subsystem_turns_company_id_idx on protocol.subsystem_turns (company_id);

comment on table protocol.subsystem_turns is 'How many protocols of a subsystem wait for which company. Kept by triggers under the lock of subsystem_progress.';
comment on column protocol.subsystem_turns.subsystem_id is 'The subsystem.';
comment on column protocol.subsystem_turns.company_id is 'The company whose turn it is.';
comment on column protocol.subsystem_turns.stage is 'The stage of the protocols.';
comment on column protocol.subsystem_turns.status is 'The status that they wait in.';
comment on column protocol.subsystem_turns.project_id is 'The project of the subsystem.';
comment on column protocol.subsystem_turns.protocols is 'How many.';

create table protocol.weekly_progress (
  project_id uuid not null,
  stage template.protocol_type not null,
  week date not null,
  planned integer not null default 0,
  done integer not null default 0,
  constraint weekly_progress_pkey primary key (project_id, stage, week),
  constraint weekly_progress_project_id_fkey foreign key (project_id)
    references plant.projects (id) on delete cascade,
  constraint weekly_progress_week_check check (extract(isodow from week) = 1),
  constraint weekly_progress_counts_check check (least(planned, done) >= 0)
);

comment on table protocol.weekly_progress is 'The S-curve of a project: how many live protocols are due, and how many were finalized, in each week. Kept by triggers.';
comment on column protocol.weekly_progress.project_id is 'The project.';
comment on column protocol.weekly_progress.stage is 'The stage of the protocols.';
comment on column protocol.weekly_progress.week is 'The Monday that the week begins with (UTC).';
comment on column protocol.weekly_progress.planned is 'Live protocols that are due in the week.';
comment on column protocol.weekly_progress.done is 'Protocols that were finalized in the week.';

--rollback drop table protocol.weekly_progress;
--rollback drop table protocol.subsystem_turns;
