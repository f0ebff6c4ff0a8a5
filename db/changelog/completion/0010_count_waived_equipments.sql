--liquibase formatted sql

--changeset protoworks:completion-0010 splitStatements:false stripComments:false rollbackSplitStatements:false
-- An equipment that is exempt from every stage leaves no work, although no protocol names it.
create or replace function completion.recount_coverage(ids uuid[]) returns void
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  perform completion.lock_subsystems(ids);

  update completion.subsystem_progress progress
     set equipments = counted.equipments, without_protocol = counted.without_protocol
    from (select subsystem.id as subsystem_id,
                 count(equipment.id) as equipments,
                 count(equipment.id) filter (where not exists (
                   select
                     from completion.equipment_stages covering
                    where covering.equipment_id = equipment.id
                   having bool_or(covering.protocols > 0)
                       or count(*) filter (where covering.is_waived)
                          = cardinality(enum_range(null::template.protocol_type)))) as without_protocol
            from unnest(ids) as subsystem (id)
            left join plant.equipments equipment on equipment.subsystem_id = subsystem.id and equipment.is_active
           group by subsystem.id) counted
   where progress.subsystem_id = counted.subsystem_id
     and (progress.equipments, progress.without_protocol)
         is distinct from (counted.equipments, counted.without_protocol);

  update completion.stage_progress progress
     set covered = counted.covered
    from (select stage.subsystem_id, stage.stage, count(equipment.id) as covered
            from completion.stage_progress stage
            left join completion.equipment_stages covering
              on covering.subsystem_id = stage.subsystem_id and covering.stage = stage.stage
             and (covering.protocols > 0 or covering.is_waived)
            left join plant.equipments equipment on equipment.id = covering.equipment_id and equipment.is_active
           where stage.subsystem_id = any (ids)
           group by stage.subsystem_id, stage.stage) counted
   where progress.subsystem_id = counted.subsystem_id
     and progress.stage = counted.stage
     and progress.covered <> counted.covered;
end
$body$;

comment on column completion.subsystem_progress.without_protocol is
  'Those of them that no live protocol of any stage names and that are not waived at every stage.';

select completion.recount_coverage(array(select id from plant.subsystems));

--rollback create or replace function completion.recount_coverage(ids uuid[]) returns void
--rollback   language plpgsql
--rollback   set search_path = pg_catalog, pg_temp
--rollback   as $body$
--rollback begin
--rollback   perform completion.lock_subsystems(ids);
--rollback   update completion.subsystem_progress progress
--rollback      set equipments = counted.equipments, without_protocol = counted.without_protocol
--rollback     from (select subsystem.id as subsystem_id,
--rollback                  count(equipment.id) as equipments,
--rollback                  count(equipment.id) filter (where not exists (
--rollback                    select
--rollback                      from completion.equipment_stages covering
--rollback                     where covering.equipment_id = equipment.id and covering.protocols > 0)) as without_protocol
--rollback             from unnest(ids) as subsystem (id)
--rollback             left join plant.equipments equipment on equipment.subsystem_id = subsystem.id and equipment.is_active
--rollback            group by subsystem.id) counted
--rollback    where progress.subsystem_id = counted.subsystem_id
--rollback      and (progress.equipments, progress.without_protocol)
--rollback          is distinct from (counted.equipments, counted.without_protocol);
--rollback   update completion.stage_progress progress
--rollback      set covered = counted.covered
--rollback     from (select stage.subsystem_id, stage.stage, count(equipment.id) as covered
--rollback             from completion.stage_progress stage
--rollback             left join completion.equipment_stages covering
--rollback               on covering.subsystem_id = stage.subsystem_id and covering.stage = stage.stage
--rollback              and (covering.protocols > 0 or covering.is_waived)
--rollback             left join plant.equipments equipment on equipment.id = covering.equipment_id and equipment.is_active
--rollback            where stage.subsystem_id = any (ids)
--rollback            group by stage.subsystem_id, stage.stage) counted
--rollback    where progress.subsystem_id = counted.subsystem_id
--rollback      and progress.stage = counted.stage
--rollback      and progress.covered <> counted.covered;
--rollback end
--rollback $body$;
--rollback comment on column completion.subsystem_progress.without_protocol is 'Those of them that no live protocol of any stage names.';
--rollback select completion.recount_coverage(array(select id from plant.subsystems));
