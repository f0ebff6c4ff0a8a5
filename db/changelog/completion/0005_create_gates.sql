--liquibase formatted sql

--changeset protoworks:completion-0005
create table completion.gates (
  id uuid not null default platform.uuidv7(),
  subsystem_id uuid not null,
  project_id uuid not null,
  type completion.gate_type not null,
  stage template.protocol_type not null generated always as (
    case type
      when 'G12' then 'C1'::template.protocol_type
      when 'G23' then 'C2'
      when 'G34' then 'C3'
      else 'C4'
    end) stored,
  is_open boolean not null default false,
  changed_at timestamptz not null default now(),
  constraint gates_pkey primary key (id),
  constraint gates_subsystem_id_type_key unique (subsystem_id, type),
  constraint gates_subsystem_id_project_id_fkey foreign key (subsystem_id, project_id)
    references plant.subsystems (id, project_id) on delete cascade on update restrict
);

create index gates_project_id_type_idx on completion.gates (project_id, type) include (is_open);

comment on table completion.gates is 'The gates of each subsystem as they were last judged, in the transaction that moved them.';
comment on column completion.gates.id is 'Key.';
comment on column completion.gates.subsystem_id is 'The subsystem.';
comment on column completion.gates.project_id is 'The project of that subsystem, kept equal to it by the foreign key.';
comment on column completion.gates.type is 'Which gate.';
comment on column completion.gates.stage is 'The stage that it stands after: what has to be done for it to open.';
comment on column completion.gates.is_open is 'Whether it is open.';
comment on column completion.gates.changed_at is 'Since when: when it last opened or closed, or when the subsystem was made.';

--rollback drop table completion.gates;
