--liquibase formatted sql

--changeset protoworks:completion-0003
create table completion.stage_progress (
  subsystem_id uuid not null,
  stage template.protocol_type not null,
  project_id uuid not null,
  covered integer not null default 0,
  created integer not null default 0,
  awaiting_gate integer not null default 0,
  released integer not null default 0,
  in_progress integer not null default 0,
  submitted integer not null default 0,
  approved integer not null default 0,
  validated integer not null default 0,
  finalized integer not null default 0,
  rejected integer not null default 0,
  cancelled integer not null default 0,
  open_pa integer not null default 0,
  open_pb integer not null default 0,
  open_pc integer not null default 0,
  live integer not null generated always as (
    created + awaiting_gate + released + in_progress + submitted + approved + validated + finalized + rejected) stored,
  constraint stage_progress_pkey primary key (subsystem_id, stage),
  constraint stage_progress_subsystem_id_fkey foreign key (subsystem_id)
    references completion.subsystem_progress (subsystem_id) on delete cascade on update restrict,
  constraint stage_progress_counts_check check (
    least(covered, created, awaiting_gate, released, in_progress, submitted, approved, validated, finalized, rejected,
          cancelled, open_pa, open_pb, open_pc) >= 0)
);

create index stage_progress_project_id_stage_idx on completion.stage_progress (project_id, stage);

comment on table completion.stage_progress is 'The protocols and open pendencies of a subsystem at a stage, counted. Kept by triggers under the lock of subsystem_progress.';
comment on column completion.stage_progress.subsystem_id is 'Key, with stage: the subsystem.';
comment on column completion.stage_progress.stage is 'Key, with subsystem_id: the stage.';
comment on column completion.stage_progress.project_id is 'The project of the subsystem.';
comment on column completion.stage_progress.covered is 'Active equipments that a live protocol of the stage names, or that a waiver exempts from it.';
comment on column completion.stage_progress.created is 'Protocols in status CREATED.';
comment on column completion.stage_progress.awaiting_gate is 'Protocols in status AWAITING_GATE.';
comment on column completion.stage_progress.released is 'Protocols in status RELEASED.';
comment on column completion.stage_progress.in_progress is 'Protocols in status IN_PROGRESS.';
comment on column completion.stage_progress.submitted is 'Protocols in status SUBMITTED.';
comment on column completion.stage_progress.approved is 'Protocols in status APPROVED.';
comment on column completion.stage_progress.validated is 'Protocols in status VALIDATED.';
comment on column completion.stage_progress.finalized is 'Protocols in status FINALIZED.';
comment on column completion.stage_progress.rejected is 'Protocols in status REJECTED.';
comment on column completion.stage_progress.cancelled is 'Protocols in status CANCELLED: in no denominator.';
comment on column completion.stage_progress.open_pa is 'Open pendencies of type PA, raised at the stage.';
comment on column completion.stage_progress.open_pb is 'Open pendencies of type PB, raised at the stage.';
comment on column completion.stage_progress.open_pc is 'Open pendencies of type PC, raised at the stage.';
comment on column completion.stage_progress.live is 'All protocols but the cancelled ones: the denominator.';

--rollback drop table completion.stage_progress;
