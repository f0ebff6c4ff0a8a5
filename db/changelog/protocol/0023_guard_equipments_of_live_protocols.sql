--liquibase formatted sql

--changeset protoworks:protocol-0023 splitStatements:false stripComments:false
-- The other side of equipments_active_protocols_check: a protocol does not come back to an equipment that is gone.
create function protocol.refuse_retired_equipment() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  if exists (
    select
      from protocol.protocol_equipment_companies assignment
      join plant.equipments equipment on equipment.id = assignment.equipment_id and not equipment.is_active
     where assignment.protocol_id = new.id
       and assignment.is_active) then
    raise exception using
      errcode = 'PW001',
      message = 'a protocol that is not done names only equipments in use',
      schema = tg_table_schema,
      table = tg_table_name,
      constraint = 'protocols_active_equipments_check';
  end if;
  return null;
end
$body$;

comment on function protocol.refuse_retired_equipment() is
  'Trigger: refuses to restore or reopen a protocol that names an equipment out of use (SQLSTATE PW001, constraint protocols_active_equipments_check).';

create trigger protocols_active_equipments_check
  after update on protocol.protocols
  for each row
  when (new.is_active and new.status not in ('FINALIZED', 'CANCELLED')
    and not (old.is_active and old.status not in ('FINALIZED', 'CANCELLED')))
  execute function protocol.refuse_retired_equipment();

--rollback drop trigger protocols_active_equipments_check on protocol.protocols;
--rollback drop function protocol.refuse_retired_equipment();
