--liquibase formatted sql

--changeset protoworks:protocol-0004
create table protocol.protocol_equipment_companies (
  id uuid not null default platform.uuidv7(),
  protocol_id uuid not null,
  equipment_id uuid not null,
  company_id uuid not null,
  subsystem_id uuid not null,
  status text not null default 'CREATED',
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint protocol_equipment_companies_pkey primary key (id),
  constraint protocol_equipment_companies_protocol_equipment_company_key unique (protocol_id, equipment_id, company_id),
  constraint protocol_equipment_companies_protocol_id_subsystem_id_fkey foreign key (protocol_id, subsystem_id)
    references protocol.protocols (id, subsystem_id) on delete cascade on update restrict,
  constraint protocol_equipment_companies_equipment_id_subsystem_id_fkey foreign key (equipment_id, subsystem_id)
    references plant.equipments (id, subsystem_id) on delete restrict on update restrict,
  constraint protocol_equipment_companies_company_id_fkey foreign key (company_id)
    references identity.companies (id) on delete restrict,
  constraint protocol_equipment_companies_status_check check (status in (
    'CREATED', 'AWAITING_GATE', 'RELEASED', 'IN_PROGRESS', 'SUBMITTED', 'APPROVED', 'VALIDATED', 'FINALIZED',
    'REJECTED', 'CANCELLED'))
);

create index protocol_equipment_companies_equipment_id_protocol_id_idx
  on protocol.protocol_equipment_companies (equipment_id, protocol_id) where is_active;
create index protocol_equipment_companies_equipment_id_subsystem_id_idx
  on protocol.protocol_equipment_companies (equipment_id, subsystem_id);
create index protocol_equipment_companies_company_id_protocol_id_idx
  on protocol.protocol_equipment_companies (company_id, protocol_id);
create index protocol_equipment_companies_protocol_id_subsystem_id_idx
  on protocol.protocol_equipment_companies (protocol_id, subsystem_id);

comment on table protocol.protocol_equipment_companies is 'Which equipments a protocol checks, and which companies it names for each: they see it.';
comment on column protocol.protocol_equipment_companies.id is 'Key.';
comment on column protocol.protocol_equipment_companies.protocol_id is 'The protocol.';
comment on column protocol.protocol_equipment_companies.equipment_id is 'The equipment.';
comment on column protocol.protocol_equipment_companies.company_id is 'The company: the executor, or another that is concerned, such as the supplier.';
comment on column protocol.protocol_equipment_companies.subsystem_id is 'The subsystem of both protocol and equipment, kept equal by the foreign keys.';
comment on column protocol.protocol_equipment_companies.status is 'The status of the protocol. Kept by a trigger on protocols.';
comment on column protocol.protocol_equipment_companies.is_active is 'False when the equipment or company was taken off the protocol.';
comment on column protocol.protocol_equipment_companies.created_at is 'When the row was created.';
comment on column protocol.protocol_equipment_companies.updated_at is 'When the row was last changed.';

--rollback drop table protocol.protocol_equipment_companies;
