-- Protocols of stage C1 that are drawn up and not released, one after the other in the subsystems whose C1 is not done:
-- their gates are closed already, and stay so.

--step drawn up
create temporary table drawn_up on commit drop as
with working as (
  select subsystem.id, row_number() over (order by subsystem.id) - 1 as place, count(*) over () as subsystems
    from plant.subsystems subsystem
    join completion.gates gate on gate.subsystem_id = subsystem.id and gate.type = 'G12' and not gate.is_open
    join completion.subsystem_progress counted on counted.subsystem_id = subsystem.id and counted.equipments > 0
   where subsystem.project_id = :project
)
select platform.uuidv7() as id, made.place, working.id as subsystem_id,
       (select equipment.id
          from plant.equipments equipment
         where equipment.subsystem_id = working.id
         order by equipment.tag_id
        offset made.place % 100
         limit 1) as equipment_id
  from generate_series(1, :count) as made (place)
  join working on working.place = made.place % working.subsystems
 order by made.place;

insert into protocol.protocols
       (id, number, template_id, stage, project_id, subsystem_id, executor_company_id, current_company_id, created_by,
        updated_by)
select made.id, numbers.last_number + made.place, :template, 'C1', :project, made.subsystem_id, :erecting, :erecting,
       :system, :system
  from drawn_up made
  join protocol.protocol_numbers numbers on numbers.project_id = :project;

update protocol.protocol_numbers set last_number = last_number + :count where project_id = :project;

insert into protocol.protocol_status_history (protocol_id, sequence, new_status, round, user_id, ip_address)
select id, 1, 'CREATED', 1, :system, '127.0.0.1' from drawn_up;

insert into protocol.protocol_equipment_companies (protocol_id, equipment_id, company_id, subsystem_id)
select id, equipment_id, :erecting, subsystem_id from drawn_up;
