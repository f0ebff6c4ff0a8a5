--liquibase formatted sql

--changeset protoworks:completion-0008
-- The rule of the gates, in one place. Nothing to check means closed, never open.
-- A condition on subsystem_id reaches the counts below.
create view completion.judged_gates as
with stages as (
  select progress.subsystem_id, progress.stage,
         subsystem.equipments > 0
           and progress.covered = subsystem.equipments
           and progress.finalized = progress.live
           and sum(progress.open_pa) over (partition by progress.subsystem_id order by progress.stage) = 0 as is_done,
         sum(progress.open_pa + progress.open_pb + progress.open_pc)
           over (partition by progress.subsystem_id) = 0 as is_clear
    from completion.stage_progress progress
    join completion.subsystem_progress subsystem on subsystem.subsystem_id = progress.subsystem_id
)
select gate.id as gate_id, stages.subsystem_id, gate.type,
       stages.is_done and (stages.is_clear or gate.type <> 'GDEF') as is_open
  from stages
  join completion.gates gate on gate.subsystem_id = stages.subsystem_id and gate.stage = stages.stage;

comment on view completion.judged_gates is
  'Whether each gate of each subsystem must be open now. After a stage it is when every active equipment is covered, every protocol of the stage that is not cancelled is FINALIZED, and no PA raised at the stage or before is open; GDEF asks for no open pendency at all.';
comment on column completion.judged_gates.gate_id is 'The gate.';
comment on column completion.judged_gates.subsystem_id is 'Its subsystem.';
comment on column completion.judged_gates.type is 'Which gate.';
comment on column completion.judged_gates.is_open is 'Whether it must be open.';

--rollback drop view completion.judged_gates;
