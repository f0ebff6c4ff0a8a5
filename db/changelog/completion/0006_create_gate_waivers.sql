--liquibase formatted sql

--changeset protoworks:completion-0006 splitStatements:false stripComments:false
create table completion.gate_waivers (
  id uuid not null default platform.uuidv7(),
  equipment_id uuid not null,
  stage template.protocol_type not null,
  subsystem_id uuid not null,
  project_id uuid not null,
  reason text not null,
  company_id uuid not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  ip_address inet not null,
  signature_image_path text not null,
  content_hash text not null,
  revoked_at timestamptz,
  revoked_by uuid,
  revocation_reason text,
  constraint gate_waivers_pkey primary key (id),
  constraint gate_waivers_equipment_id_subsystem_id_fkey foreign key (equipment_id, subsystem_id)
    references plant.equipments (id, subsystem_id) on delete restrict on update restrict,
  constraint gate_waivers_subsystem_id_project_id_fkey foreign key (subsystem_id, project_id)
    references plant.subsystems (id, project_id) on delete restrict on update restrict,
  constraint gate_waivers_company_id_fkey foreign key (company_id)
    references identity.companies (id) on delete restrict,
  constraint gate_waivers_signed_by_fkey foreign key (signed_by)
    references identity.users (id) on delete restrict,
  constraint gate_waivers_revoked_by_fkey foreign key (revoked_by)
    references identity.users (id) on delete restrict,
  constraint gate_waivers_reason_check check (
    char_length(btrim(reason)) >= 10 and char_length(reason) <= 2000),
  constraint gate_waivers_signature_image_path_check check (
    signature_image_path <> '' and char_length(signature_image_path) <= 500),
  constraint gate_waivers_content_hash_check check (
    char_length(content_hash) = 64 and content_hash !~ '[^0-9a-f]'),
  constraint gate_waivers_revoked_check check (num_nulls(revoked_at, revoked_by, revocation_reason) in (0, 3)),
  constraint gate_waivers_revocation_reason_check check (
    char_length(btrim(revocation_reason)) >= 10 and char_length(revocation_reason) <= 2000)
);

create unique index gate_waivers_equipment_id_stage_key on completion.gate_waivers (equipment_id, stage)
  where revoked_at is null;
create index gate_waivers_equipment_id_subsystem_id_idx on completion.gate_waivers (equipment_id, subsystem_id);
create index gate_waivers_subsystem_id_id_idx on completion.gate_waivers (subsystem_id, id);
create index gate_waivers_project_id_idx on completion.gate_waivers (project_id);
create index gate_waivers_company_id_idx on completion.gate_waivers (company_id);
create index gate_waivers_signed_by_idx on completion.gate_waivers (signed_by);
create index gate_waivers_revoked_by_idx on completion.gate_waivers (revoked_by);

comment on table completion.gate_waivers is 'Signed exemptions: an equipment needs no protocol of a stage. A waiver never changes; it can be revoked, once.';
comment on column completion.gate_waivers.id is 'Key.';
comment on column completion.gate_waivers.equipment_id is 'The equipment.';
comment on column completion.gate_waivers.stage is 'The stage that it is exempt from.';
comment on column completion.gate_waivers.subsystem_id is 'The subsystem of the equipment, kept equal to it by the foreign key.';
comment on column completion.gate_waivers.project_id is 'The project of that subsystem, kept equal to it by the foreign key.';
comment on column completion.gate_waivers.reason is 'Why, in 10 to 2000 characters.';
comment on column completion.gate_waivers.company_id is 'The company that the signer signed for.';
comment on column completion.gate_waivers.signed_by is 'Who signed it.';
comment on column completion.gate_waivers.signed_at is 'When.';
comment on column completion.gate_waivers.ip_address is 'Host address that the request came from.';
comment on column completion.gate_waivers.signature_image_path is 'The image of the signature, as a key in the store, at most 500 characters.';
comment on column completion.gate_waivers.content_hash is 'SHA-256 (hex) of what was signed as canonical JSON (RFC 8785): all columns before it but the key.';
comment on column completion.gate_waivers.revoked_at is 'When it was revoked. Null while it holds.';
comment on column completion.gate_waivers.revoked_by is 'Who revoked it.';
comment on column completion.gate_waivers.revocation_reason is 'Why it was revoked, in 10 to 2000 characters.';

create function completion.refuse_waiver_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  if tg_op = 'UPDATE' and old.revoked_at is null and new.revoked_at is not null
     and (to_jsonb(new) - array['revoked_at', 'revoked_by', 'revocation_reason'])
       = (to_jsonb(old) - array['revoked_at', 'revoked_by', 'revocation_reason']) then
    return new;
  end if;
  raise exception using
    errcode = 'restrict_violation',
    message = 'a waiver never changes; it can be revoked, once',
    schema = tg_table_schema,
    table = tg_table_name,
    constraint = 'gate_waivers_immutable_check';
end
$body$;

comment on function completion.refuse_waiver_change() is
  'Trigger: lets a waiver be revoked once and refuses every other change (restrict_violation, constraint gate_waivers_immutable_check).';

create trigger gate_waivers_immutable_check
  before update or delete on completion.gate_waivers
  for each row execute function completion.refuse_waiver_change();

create trigger gate_waivers_no_truncate_check
  before truncate on completion.gate_waivers
  for each statement execute function audit.refuse_change();

--rollback drop table completion.gate_waivers;
--rollback drop function completion.refuse_waiver_change();
