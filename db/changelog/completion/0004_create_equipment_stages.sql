--liquibase formatted sql

--changeset protoworks:completion-0004
-- What (id, subsystem_id) refers to cannot move: an equipment that has protocols or waivers stays in its subsystem.
alter table plant.equipments add constraint equipments_id_subsystem_id_key unique (id, subsystem_id);

create table completion.equipment_stages (
  equipment_id uuid not null,
  stage template.protocol_type not null,
  subsystem_id uuid not null,
  protocols integer not null default 0,
  is_waived boolean not null default false,
  constraint equipment_stages_pkey primary key (equipment_id, stage),
  constraint equipment_stages_equipment_id_subsystem_id_fkey foreign key (equipment_id, subsystem_id)
    references plant.equipments (id, subsystem_id) on delete restrict on update restrict,
  constraint equipment_stages_protocols_check check (protocols >= 0)
);

create index equipment_stages_subsystem_id_stage_idx on completion.equipment_stages (subsystem_id, stage)
  include (equipment_id, protocols, is_waived);

comment on table completion.equipment_stages is 'What covers an equipment at a stage. Kept by triggers on protocols and waivers.';
comment on column completion.equipment_stages.equipment_id is 'Key, with stage: the equipment.';
comment on column completion.equipment_stages.stage is 'Key, with equipment_id: the stage.';
comment on column completion.equipment_stages.subsystem_id is 'The subsystem of the equipment, kept equal to it by the foreign key.';
comment on column completion.equipment_stages.protocols is 'Live protocols of the stage that name the equipment.';
comment on column completion.equipment_stages.is_waived is 'Whether a waiver exempts the equipment from the stage.';

--rollback drop table completion.equipment_stages;
--rollback alter table plant.equipments drop constraint equipments_id_subsystem_id_key;
