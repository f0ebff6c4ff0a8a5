--liquibase formatted sql

--changeset protoworks:completion-0002
-- Whoever changes what moves a subsystem's gates or counts locks its row here first, and all else after it: two changes
-- to one subsystem come one after the other, each seeing what the other did, and cannot deadlock.
create table completion.subsystem_progress (
  subsystem_id uuid not null,
  project_id uuid not null,
  equipments integer not null default 0,
  without_protocol integer not null default 0,
  constraint subsystem_progress_pkey primary key (subsystem_id),
  constraint subsystem_progress_subsystem_id_project_id_fkey foreign key (subsystem_id, project_id)
    references plant.subsystems (id, project_id) on delete cascade on update restrict,
  constraint subsystem_progress_without_protocol_check check (without_protocol between 0 and equipments)
);

create index subsystem_progress_project_id_idx on completion.subsystem_progress (project_id);

comment on table completion.subsystem_progress is 'What is counted once per subsystem, and the lock under which everything about it is counted. Kept by triggers.';
comment on column completion.subsystem_progress.subsystem_id is 'Key: the subsystem.';
comment on column completion.subsystem_progress.project_id is 'The project of that subsystem, kept equal to it by the foreign key.';
comment on column completion.subsystem_progress.equipments is 'Its active equipments.';
comment on column completion.subsystem_progress.without_protocol is 'Those of them that no live protocol of any stage names.';

--rollback drop table completion.subsystem_progress;
