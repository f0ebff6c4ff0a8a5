--liquibase formatted sql

--changeset protoworks:pendency-0002
-- Lets a pendency's place be proved equal to its protocol's, at once.
alter table protocol.protocols add constraint protocols_id_project_id_subsystem_id_stage_key
  unique (id, project_id, subsystem_id, stage);

-- What is deleted softly has no pendencies left to clear.
alter table protocol.protocols add constraint protocols_is_active_open_pendencies_check check (
  is_active or open_pa + open_pb + open_pc = 0);

create table pendency.pendency_numbers (
  project_id uuid not null,
  last_number integer not null,
  constraint pendency_numbers_pkey primary key (project_id),
  constraint pendency_numbers_project_id_fkey foreign key (project_id)
    references plant.projects (id) on delete cascade,
  constraint pendency_numbers_last_number_check check (last_number >= 1)
);

comment on table pendency.pendency_numbers is 'The last number that a pendency of the project was given.';
comment on column pendency.pendency_numbers.project_id is 'Key: the project.';
comment on column pendency.pendency_numbers.last_number is 'The number of its newest pendency.';

create table pendency.pendencies (
  id uuid not null default platform.uuidv7(),
  number integer not null,
  protocol_id uuid not null,
  protocol_item_id uuid,
  equipment_id uuid,
  subsystem_id uuid not null,
  project_id uuid not null,
  stage template.protocol_type not null,
  type pendency.pendency_type not null,
  description text not null,
  status pendency.pendency_status not null default 'OPEN',
  raising_company_id uuid not null,
  clearing_company_id uuid not null,
  assigned_to uuid,
  due_on date,
  evidence_required boolean not null default false,
  cleared_at timestamptz,
  cleared_by uuid,
  cleared_ip inet,
  clearing_description text,
  resolved_at timestamptz,
  resolved_by uuid,
  resolved_ip inet,
  resolution_description text,
  refusals integer not null default 0,
  requested_type pendency.pendency_type,
  requested_at timestamptz,
  requested_by uuid,
  request_reason text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  created_ip inet not null,
  updated_at timestamptz not null default now(),
  updated_by uuid not null,
  constraint pendencies_pkey primary key (id),
  constraint pendencies_project_id_number_key unique (project_id, number),
  constraint pendencies_protocol_fkey foreign key (protocol_id, project_id, subsystem_id, stage)
    references protocol.protocols (id, project_id, subsystem_id, stage) on delete restrict on update restrict,
  constraint pendencies_protocol_item_id_protocol_id_fkey foreign key (protocol_item_id, protocol_id)
    references protocol.protocol_items (id, protocol_id) on delete restrict on update restrict,
  constraint pendencies_equipment_id_subsystem_id_fkey foreign key (equipment_id, subsystem_id)
    references plant.equipments (id, subsystem_id) on delete restrict on update restrict,
  constraint pendencies_raising_company_id_fkey foreign key (raising_company_id)
    references identity.companies (id) on delete restrict,
  constraint pendencies_clearing_company_id_fkey foreign key (clearing_company_id)
    references identity.companies (id) on delete restrict,
  constraint pendencies_assigned_to_fkey foreign key (assigned_to)
    references identity.users (id) on delete restrict,
  constraint pendencies_cleared_by_fkey foreign key (cleared_by)
    references identity.users (id) on delete restrict,
  constraint pendencies_resolved_by_fkey foreign key (resolved_by)
    references identity.users (id) on delete restrict,
  constraint pendencies_requested_by_fkey foreign key (requested_by)
    references identity.users (id) on delete restrict,
  constraint pendencies_created_by_fkey foreign key (created_by)
    references identity.users (id) on delete restrict,
  constraint pendencies_updated_by_fkey foreign key (updated_by)
    references identity.users (id) on delete restrict,
  constraint pendencies_number_check check (number >= 1),
  constraint pendencies_subject_check check (num_nonnulls(protocol_item_id, equipment_id) = 1),
  constraint pendencies_description_check check (
    btrim(description) <> '' and char_length(description) <= 2000),
  constraint pendencies_due_on_check check (type <> 'PB' or due_on is not null),
  constraint pendencies_cleared_check check (
    num_nulls(cleared_at, cleared_by, cleared_ip, clearing_description) in (0, 4)),
  constraint pendencies_clearing_description_check check (
    btrim(clearing_description) <> '' and char_length(clearing_description) <= 2000),
  constraint pendencies_resolved_check check (
    num_nulls(resolved_at, resolved_by, resolved_ip) = case status when 'RESOLVED' then 0 else 3 end),
  constraint pendencies_resolved_by_check check (
    status <> 'RESOLVED' or cleared_by is not null and cleared_by <> resolved_by),
  constraint pendencies_resolution_description_check check (
    resolution_description is null
    or status = 'RESOLVED' and btrim(resolution_description) <> '' and char_length(resolution_description) <= 2000),
  constraint pendencies_refusals_check check (refusals >= 0),
  constraint pendencies_requested_check check (
    num_nulls(requested_type, requested_at, requested_by, request_reason) in (0, 4)),
  constraint pendencies_requested_type_check check (
    requested_type is null
    or status = 'OPEN' and type = 'PA' and requested_type <> 'PA' and (requested_type <> 'PB' or due_on is not null)),
  constraint pendencies_request_reason_check check (
    char_length(btrim(request_reason)) >= 10 and char_length(request_reason) <= 2000)
);

create index pendencies_protocol_id_number_idx on pendency.pendencies (protocol_id, number);
create index pendencies_protocol_item_id_number_idx on pendency.pendencies (protocol_item_id, number)
  where protocol_item_id is not null;
create index pendencies_equipment_id_number_idx on pendency.pendencies (equipment_id, number)
  where equipment_id is not null;
create index pendencies_protocol_item_id_protocol_id_idx on pendency.pendencies (protocol_item_id, protocol_id);
create index pendencies_equipment_id_subsystem_id_idx on pendency.pendencies (equipment_id, subsystem_id);
create index pendencies_subsystem_id_number_idx on pendency.pendencies (subsystem_id, number);
create index pendencies_subsystem_id_stage_type_number_open_idx
  on pendency.pendencies (subsystem_id, stage, type, number) where status = 'OPEN';
create index pendencies_project_id_type_status_number_idx on pendency.pendencies (project_id, type, status, number);
create index pendencies_project_id_status_number_idx on pendency.pendencies (project_id, status, number);
create index pendencies_project_id_due_on_id_idx
  on pendency.pendencies (project_id, coalesce(due_on, 'infinity'), id);
create index pendencies_project_id_created_at_id_idx on pendency.pendencies (project_id, created_at, id);
create index pendencies_project_id_description_trgm_idx on pendency.pendencies
  using gin (project_id, description gin_trgm_ops);
create index pendencies_raising_company_id_project_id_number_idx
  on pendency.pendencies (raising_company_id, project_id, number);
create index pendencies_clearing_company_id_project_id_number_idx
  on pendency.pendencies (clearing_company_id, project_id, number);
create index pendencies_assigned_to_project_id_number_idx on pendency.pendencies (assigned_to, project_id, number)
  where assigned_to is not null;
create index pendencies_cleared_by_idx on pendency.pendencies (cleared_by);
create index pendencies_resolved_by_idx on pendency.pendencies (resolved_by);
create index pendencies_requested_by_idx on pendency.pendencies (requested_by);
create index pendencies_created_by_idx on pendency.pendencies (created_by);
create index pendencies_updated_by_idx on pendency.pendencies (updated_by);

comment on table pendency.pendencies is 'What is wrong or missing at an item of a protocol, or at an equipment (found on a walk-down). Never deleted.';
comment on column pendency.pendencies.id is 'Key.';
comment on column pendency.pendencies.number is 'The number that people call it by, unique in the project, from 1 on.';
comment on column pendency.pendencies.protocol_id is 'The protocol that it was raised on.';
comment on column pendency.pendencies.protocol_item_id is 'The item of that protocol that it is about, kept so by the foreign key. Null where it is about an equipment.';
comment on column pendency.pendencies.equipment_id is 'The equipment of that protocol''s subsystem that it is about, kept so by the foreign key. Null where it is about an item.';
comment on column pendency.pendencies.subsystem_id is 'The subsystem of the protocol, kept equal to it by the foreign key.';
comment on column pendency.pendencies.project_id is 'The project of the protocol, kept equal to it by the foreign key.';
comment on column pendency.pendencies.stage is 'The stage of the protocol, kept equal to it by the foreign key.';
comment on column pendency.pendencies.type is 'How much it weighs.';
comment on column pendency.pendencies.description is 'What is wrong or missing, at most 2000 characters.';
comment on column pendency.pendencies.status is 'Whether it is open.';
comment on column pendency.pendencies.raising_company_id is 'The company that raised it, and verifies it.';
comment on column pendency.pendencies.clearing_company_id is 'The company that has to clear it.';
comment on column pendency.pendencies.assigned_to is 'Who of the clearing company sees to it.';
comment on column pendency.pendencies.due_on is 'The day until which it is to be cleared. A PB has one.';
comment on column pendency.pendencies.evidence_required is 'Whether it can be cleared only with a file attached to it by the clearing company.';
comment on column pendency.pendencies.cleared_at is 'When it was cleared. Null while it is not, and again once that is refused.';
comment on column pendency.pendencies.cleared_by is 'Who cleared it.';
comment on column pendency.pendencies.cleared_ip is 'Host address that the clearing came from.';
comment on column pendency.pendencies.clearing_description is 'What was done to clear it, at most 2000 characters.';
comment on column pendency.pendencies.resolved_at is 'When it was verified.';
comment on column pendency.pendencies.resolved_by is 'Who verified it: another person than who cleared it.';
comment on column pendency.pendencies.resolved_ip is 'Host address that the verification came from.';
comment on column pendency.pendencies.resolution_description is 'A remark on the verification, at most 2000 characters.';
comment on column pendency.pendencies.refusals is 'How often a clearing was refused.';
comment on column pendency.pendencies.requested_type is 'The type that somebody wants a PA to have from now on, until a second person confirms or refuses it.';
comment on column pendency.pendencies.requested_at is 'When that was requested.';
comment on column pendency.pendencies.requested_by is 'Who requested it.';
comment on column pendency.pendencies.request_reason is 'Why it was requested, in 10 to 2000 characters.';
comment on column pendency.pendencies.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column pendency.pendencies.created_at is 'When it was raised.';
comment on column pendency.pendencies.created_by is 'Who raised it.';
comment on column pendency.pendencies.created_ip is 'Host address that it was raised from.';
comment on column pendency.pendencies.updated_at is 'When the row was last changed.';
comment on column pendency.pendencies.updated_by is 'Who last changed the row.';

--rollback drop table pendency.pendencies;
--rollback drop table pendency.pendency_numbers;
--rollback alter table protocol.protocols drop constraint protocols_is_active_open_pendencies_check;
--rollback alter table protocol.protocols drop constraint protocols_id_project_id_subsystem_id_stage_key;
