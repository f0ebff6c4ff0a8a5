--liquibase formatted sql

--changeset protoworks:protocol-0003
create table protocol.protocol_numbers (
  project_id uuid not null,
  last_number integer not null,
  constraint protocol_numbers_pkey primary key (project_id),
  constraint protocol_numbers_project_id_fkey foreign key (project_id)
    references plant.projects (id) on delete cascade,
  constraint protocol_numbers_last_number_check check (last_number >= 1)
);

comment on table protocol.protocol_numbers is 'The last number that a protocol of the project was given.';
comment on column protocol.protocol_numbers.project_id is 'Key: the project.';
comment on column protocol.protocol_numbers.last_number is 'The number of its newest protocol.';

create table protocol.protocols (
  id uuid not null default platform.uuidv7(),
  number integer not null,
  template_id uuid not null,
  stage template.protocol_type not null,
  project_id uuid not null,
  subsystem_id uuid not null,
  status protocol.protocol_status not null default 'CREATED',
  round integer not null default 1,
  executor_company_id uuid not null,
  current_company_id uuid,
  due_on date,
  gate_broken boolean not null default false,
  open_pa integer not null default 0,
  open_pb integer not null default 0,
  open_pc integer not null default 0,
  released_at timestamptz,
  finalized_at timestamptz,
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null,
  updated_by uuid not null,
  constraint protocols_pkey primary key (id),
  constraint protocols_project_id_number_key unique (project_id, number),
  constraint protocols_id_template_id_key unique (id, template_id),
  constraint protocols_id_subsystem_id_key unique (id, subsystem_id),
  constraint protocols_template_id_stage_fkey foreign key (template_id, stage)
    references template.protocol_templates (id, type) on delete restrict on update restrict,
  constraint protocols_subsystem_id_project_id_fkey foreign key (subsystem_id, project_id)
    references plant.subsystems (id, project_id) on delete restrict on update restrict,
  constraint protocols_executor_company_id_fkey foreign key (executor_company_id)
    references identity.companies (id) on delete restrict,
  constraint protocols_current_company_id_fkey foreign key (current_company_id)
    references identity.companies (id) on delete restrict,
  constraint protocols_created_by_fkey foreign key (created_by)
    references identity.users (id) on delete restrict,
  constraint protocols_updated_by_fkey foreign key (updated_by)
    references identity.users (id) on delete restrict,
  constraint protocols_number_check check (number >= 1),
  constraint protocols_round_check check (round >= 1),
  constraint protocols_open_pendencies_check check (least(open_pa, open_pb, open_pc) >= 0),
  constraint protocols_awaiting_gate_check check (status <> 'AWAITING_GATE' or stage <> 'C1'),
  constraint protocols_gate_broken_check check (
    not gate_broken or stage <> 'C1' and status in ('IN_PROGRESS', 'SUBMITTED', 'APPROVED', 'VALIDATED', 'REJECTED')),
  constraint protocols_released_at_check check (
    case status when 'CREATED' then released_at is null when 'CANCELLED' then true else released_at is not null end),
  constraint protocols_finalized_at_check check ((status = 'FINALIZED') = (finalized_at is not null)),
  constraint protocols_current_company_id_check check (
    (status in ('FINALIZED', 'CANCELLED')) = (current_company_id is null)),
  constraint protocols_is_active_check check (is_active or status in ('CREATED', 'CANCELLED'))
);

create index protocols_subsystem_id_number_idx on protocol.protocols (subsystem_id, number);
create index protocols_subsystem_id_stage_status_active_idx on protocol.protocols (subsystem_id, stage, status)
  where is_active;
create index protocols_project_id_number_active_idx on protocol.protocols (project_id, number) where is_active;
create index protocols_project_id_status_number_active_idx on protocol.protocols (project_id, status, number)
  where is_active;
create index protocols_current_company_id_project_id_number_idx
  on protocol.protocols (current_company_id, project_id, number) where current_company_id is not null;
create index protocols_executor_company_id_project_id_number_idx
  on protocol.protocols (executor_company_id, project_id, number);
create index protocols_project_id_due_on_number_open_idx on protocol.protocols (project_id, due_on, number)
  where is_active and finalized_at is null and status <> 'CANCELLED';
create index protocols_template_id_number_idx on protocol.protocols (template_id, number);
create index protocols_created_by_idx on protocol.protocols (created_by);
create index protocols_updated_by_idx on protocol.protocols (updated_by);

comment on table protocol.protocols is 'Checks of equipments at a stage, made of a template and signed by the parties.';
comment on column protocol.protocols.id is 'Key.';
comment on column protocol.protocols.number is 'The number that people call it by, unique in the project, from 1 on.';
comment on column protocol.protocols.template_id is 'The version of a template that it is made of.';
comment on column protocol.protocols.stage is 'The stage that it belongs to: the type of the template, kept equal to it by the foreign key.';
comment on column protocol.protocols.project_id is 'The project of the subsystem, kept equal to it by the foreign key.';
comment on column protocol.protocols.subsystem_id is 'The subsystem that all its equipments belong to.';
comment on column protocol.protocols.status is 'Where it stands.';
comment on column protocol.protocols.round is 'How often it was begun: 1, and one more each time it is taken up again after a rejection.';
comment on column protocol.protocols.executor_company_id is 'The company that executes it.';
comment on column protocol.protocols.current_company_id is 'Whose turn it is. Null when nothing is left to do: FINALIZED or CANCELLED.';
comment on column protocol.protocols.due_on is 'The day on which it is planned to be finalized.';
comment on column protocol.protocols.gate_broken is 'Whether its gate closed again after work had begun: no signature is taken until the gate opens.';
comment on column protocol.protocols.open_pa is 'Its open pendencies of type PA. Kept by a trigger on pendencies.';
comment on column protocol.protocols.open_pb is 'Its open pendencies of type PB. Kept by a trigger on pendencies.';
comment on column protocol.protocols.open_pc is 'Its open pendencies of type PC. Kept by a trigger on pendencies.';
comment on column protocol.protocols.released_at is 'When it was released, or began to wait for its gate.';
comment on column protocol.protocols.finalized_at is 'When it was finalized. Null again when it is reopened.';
comment on column protocol.protocols.is_active is 'False when deleted softly, which only a CREATED or CANCELLED one can be. Default reads leave such rows out.';
comment on column protocol.protocols.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column protocol.protocols.created_at is 'When the row was created.';
comment on column protocol.protocols.updated_at is 'When the row was last changed.';
comment on column protocol.protocols.created_by is 'Who created the row.';
comment on column protocol.protocols.updated_by is 'Who last changed the row.';

--rollback drop table protocol.protocols;
--rollback drop table protocol.protocol_numbers;
