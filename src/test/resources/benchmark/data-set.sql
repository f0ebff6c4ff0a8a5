-- A plant of :subsystems subsystems with 100 equipments, 240 protocols, some 4,000 items and 40 pendencies each, written
-- set by set in one transaction. Rows are as the server would have written them; what it would not have written is the
-- audit log. Where :guards is replica, what guards each single row of histories, items and signatures (foreign keys, the way
-- of a protocol, the order of signatures) is off, since it would take most of the time; all that counts is on, always. A
-- subsystem's front is the stage that it works on: the stages before are done, those after it wait.

--step areas, systems and subsystems
insert into plant.areas (project_id, code, name, created_by, updated_by)
select :project, 'A' || lpad(place::text, 3, '0'), 'Area ' || place, :system, :system
  from generate_series(1, :subsystems / 25) as place;

insert into plant.systems (area_id, project_id, code, name, created_by, updated_by)
select area.id, area.project_id, 'S' || place, 'System ' || place, :system, :system
  from plant.areas area
 cross join generate_series(1, 5) as place
 where area.project_id = :project;

insert into plant.subsystems (system_id, project_id, code, name, created_by, updated_by)
select system.id, system.project_id, 'SS' || place, 'Subsystem ' || place, :system, :system
  from plant.systems system
 cross join generate_series(1, 5) as place
 where system.project_id = :project;

create temporary table set_subsystems on commit drop as
select placed.*, placed.place % 5 + 1 as front
  from (select subsystem.id, subsystem.project_id,
               (row_number() over (order by area.code, system.code, subsystem.code))::integer as place
          from plant.subsystems subsystem
          join plant.systems system on system.id = subsystem.system_id
          join plant.areas area on area.id = system.area_id
         where subsystem.project_id = :project) placed;

--step equipments
insert into plant.equipments (tag_id, application, subsystem_id, project_id, created_by, updated_by)
select 'E-' || lpad(subsystem.place::text, 4, '0') || '-' || lpad(made.place::text, 3, '0'),
       'Application ' || made.place, subsystem.id, subsystem.project_id, :system, :system
  from set_subsystems subsystem
 cross join generate_series(1, 100) as made (place)
 order by subsystem.place, made.place;

create temporary table set_equipments on commit drop as
select equipment.id, equipment.subsystem_id, right(equipment.tag_id, 3)::integer as place
  from plant.equipments equipment
 where equipment.project_id = :project;

analyze plant.equipments;
analyze set_equipments;

--step protocols, as they are to be
create temporary table set_protocols on commit drop as
with planned as (
  select subsystem.id as subsystem_id, subsystem.project_id, subsystem.place as subsystem_place, subsystem.front,
         stage.type as stage, stage.template_id, stage.place as stage_place, stage.equipments, made.place,
         case
           when stage.place < subsystem.front then 'FINALIZED'
           when stage.place > subsystem.front then 'AWAITING_GATE'
           else (array['CREATED', 'RELEASED', 'RELEASED', 'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'SUBMITTED',
                       'SUBMITTED', 'SUBMITTED', 'APPROVED', 'APPROVED', 'VALIDATED', 'VALIDATED', 'FINALIZED',
                       'FINALIZED', 'FINALIZED', 'FINALIZED', 'FINALIZED', 'REJECTED', 'CANCELLED'])[made.place % 20 + 1]
         end::protocol.protocol_status as status,
         stage.type = 'C1' and made.place % 10 = 0 as is_supplied
    from set_subsystems subsystem
   cross join (values ('C1'::template.protocol_type, :templateC1, 1, 100, 1), ('C2', :templateC2, 2, 100, 1),
                      ('C3', :templateC3, 3, 20, 5), ('C4', :templateC4, 4, 20, 5))
              as stage (type, template_id, place, protocols, equipments)
   cross join generate_series(1, stage.protocols) as made (place)
)
select platform.uuidv7() as id,
       (row_number() over (order by subsystem_place, stage_place, place))::integer as number,
       planned.*,
       case when stage <> 'C1' then :commissioning when is_supplied then :supplying else :erecting end::uuid as executor,
       case when stage <> 'C1' then :commissioningTechnician when is_supplied then :supplyingTechnician
            else :erectingTechnician end::uuid as technician,
       case when stage <> 'C1' then :commissioningManager when is_supplied then :supplyingManager
            else :erectingManager end::uuid as manager,
       case when stage = 'C1' then :commissioning else :client end::uuid as finalizer,
       case when stage = 'C1' then :commissioningManager else :clientPerson end::uuid as finalizing,
       now() - make_interval(days => 1 + (subsystem_place * 31 + place * 17) % 280) as moved_at,
       array_position(way.statuses, case status when 'REJECTED' then 'SUBMITTED' when 'CANCELLED' then 'RELEASED'
                                                else status end) as way_length,
       way.statuses as way
  from planned
 cross join lateral (
       select case when stage = 'C1' then array_remove(everywhere, 'AWAITING_GATE') else everywhere end as statuses
         from (values (array['CREATED', 'AWAITING_GATE', 'RELEASED', 'IN_PROGRESS', 'SUBMITTED', 'APPROVED', 'VALIDATED',
                             'FINALIZED']::protocol.protocol_status[])) as way (everywhere)) way
 order by subsystem_place, stage_place, place;

update set_protocols
   set way = trim_array(way, cardinality(way) - way_length)
             || case when status in ('REJECTED', 'CANCELLED') then array[status] else array[]::protocol.protocol_status[] end;

create unique index on set_protocols (id);
analyze set_protocols;

--step protocols and their counts
-- Protocols begin CREATED: the guard, not the counts, is off while they are written as they are to be.
alter table protocol.protocols disable trigger protocols_begin_check;

insert into protocol.protocols
       (id, number, template_id, stage, project_id, subsystem_id, status, executor_company_id, current_company_id, due_on,
        released_at, finalized_at, version, created_at, updated_at, created_by, updated_by)
select id, number, template_id, stage, project_id, subsystem_id, status, executor,
       case when status in ('FINALIZED', 'CANCELLED') then null when status = 'APPROVED' then :managing
            when status = 'VALIDATED' then finalizer else executor end,
       (moved_at + make_interval(days => 40 - (number % 60)))::date,
       case when status <> 'CREATED' then moved_at - interval '6 hours' end,
       case when status = 'FINALIZED' then moved_at end, cardinality(way), moved_at - interval '1 day', moved_at,
       :engineer, :engineer
  from set_protocols
 order by number;

insert into protocol.protocol_numbers (project_id, last_number)
select :project, max(number) from set_protocols;

update template.protocol_templates template
   set frozen_at = now(), row_version = row_version + 1
 where exists (select from set_protocols protocol where protocol.template_id = template.id);

analyze protocol.protocols;

--step histories
create temporary table guards_of_histories on commit drop as
select set_config('session_replication_role', :guards, true);

insert into protocol.protocol_status_history
       (protocol_id, sequence, previous_status, new_status, round, user_id, timestamp, ip_address, reason)
select protocol.id, step.place, protocol.way[step.place - 1], step.status, 1, :engineer,
       protocol.moved_at - (cardinality(protocol.way) - step.place) * interval '1 hour', '192.0.2.10',
       case when step.status in ('REJECTED', 'CANCELLED') then 'The reason that was given.' end
  from set_protocols protocol
 cross join lateral unnest(protocol.way) with ordinality as step (status, place)
 order by protocol.number, step.place;

--step which protocol is for which equipments
create temporary table guards_of_assignments on commit drop as
select set_config('session_replication_role', 'origin', true);

-- Triggers are switched when nothing waits for the commit: each history ends at its status, or it stops here.
set constraints protocol.protocols_history_on_insert_check immediate;
alter table protocol.protocols enable trigger protocols_begin_check;

-- Released protocols take no further equipments: the guard, not the counts, is off while the whole way is written at once.
alter table protocol.protocol_equipment_companies disable trigger protocol_equipment_companies_released_check;

insert into protocol.protocol_equipment_companies (protocol_id, equipment_id, company_id, subsystem_id, status)
select protocol.id, equipment.id, protocol.executor, protocol.subsystem_id, protocol.status::text
  from set_protocols protocol
  join set_equipments equipment
    on equipment.subsystem_id = protocol.subsystem_id
   and (equipment.place - 1) / protocol.equipments = protocol.place - 1
 order by protocol.number, equipment.place;

alter table protocol.protocol_equipment_companies enable trigger protocol_equipment_companies_released_check;

--step items
create temporary table guards_of_items on commit drop as
select set_config('session_replication_role', :guards, true);

-- Nor do submitted ones take further items.
alter table protocol.protocol_items disable trigger protocol_items_late_check;

insert into protocol.protocol_items
       (protocol_id, template_id, template_item_id, item_type, "order", required, energizes, value, outcome,
        approval_status, filled_at, filled_by, filled_ip, filled_round, approved_at, approved_by, approved_ip, approval_note,
        version)
select protocol.id, protocol.template_id, asked.id, asked.item_type, asked."order", asked.required,
       coalesce(asked.config @> '{"energization": true}', false),
       case when state.is_filled then answer.value end,
       case when state.is_filled then answer.outcome::protocol.item_outcome end,
       state.approval::protocol.item_approval_status,
       case when state.is_filled then protocol.moved_at end,
       case when state.is_filled then protocol.technician end,
       case when state.is_filled then '192.0.2.20'::inet end,
       case when state.is_filled then 1 end,
       case when state.approval <> 'PENDING' then protocol.moved_at end,
       case when state.approval <> 'PENDING' then :engineer::uuid end,
       case when state.approval <> 'PENDING' then '192.0.2.10'::inet end,
       case when state.approval = 'REJECTED' then 'To be done again.' end,
       1 + state.is_filled::integer + (state.approval <> 'PENDING')::integer
  from set_protocols protocol
  join template.protocol_template_items asked on asked.protocol_template_id = protocol.template_id
 cross join lateral (
       select case
                when asked.item_type = 'NUMBER'
                then jsonb_build_object('v', 1, 'na', false, 'number', (protocol.number % 500 + asked."order")::text)
                when asked.item_type = 'DATE'
                then jsonb_build_object('v', 1, 'na', false, 'date', protocol.moved_at::date)
                when asked.item_type in ('TEXT_SINGLE', 'TEXT_MULTI')
                then jsonb_build_object('v', 1, 'na', false, 'text', 'As found on round ' || protocol.number % 90)
                when (protocol.number * 7 + asked."order") % 50 = 0 and not asked.config @> '{"energization": true}'
                then '{"v": 1, "na": false, "result": "NOK"}'::jsonb
                else '{"v": 1, "na": false, "result": "OK"}'::jsonb
              end) as given (value)
 cross join lateral (
       select given.value,
              case given.value ->> 'result' when 'OK' then 'PASS' when 'NOK' then 'FAIL' else 'INFO' end) as answer (value, outcome)
 cross join lateral (
       select protocol.status in ('SUBMITTED', 'APPROVED', 'VALIDATED', 'FINALIZED', 'REJECTED')
                or protocol.status = 'IN_PROGRESS' and asked."order" % 2 = 1,
              case
                when protocol.status in ('VALIDATED', 'FINALIZED') then 'APPROVED'
                when protocol.status = 'APPROVED' and asked."order" % 2 = 1 then 'APPROVED'
                when protocol.status = 'REJECTED' and asked."order" = 3 then 'REJECTED'
                else 'PENDING'
              end) as state (is_filled, approval)
 where protocol.status <> 'CREATED'
 order by protocol.number, asked."order";

alter table protocol.protocol_items enable trigger protocol_items_late_check;

analyze protocol.protocol_items;

--step signatures
insert into protocol.protocol_signatures
       (protocol_id, round, action, user_id, company_id, signature_image_path, signed_at, ip_address, content_hash)
select protocol.id, 1, signed.action,
       case signed.action when 'APPROVED' then protocol.manager when 'VALIDATED' then :engineer
                          else protocol.finalizing end::uuid,
       case signed.action when 'APPROVED' then protocol.executor when 'VALIDATED' then :managing
                          else protocol.finalizer end::uuid,
       'signatures/' || signed.action, protocol.moved_at - (3 - signed.place) * interval '1 minute', '192.0.2.30',
       encode(sha256(convert_to(protocol.id::text, 'UTF8')), 'hex')
  from set_protocols protocol
 cross join lateral unnest(array['APPROVED', 'VALIDATED', 'FINALIZED']) with ordinality as signed (action, place)
 where signed.action::protocol.protocol_status = any (protocol.way)
 order by protocol.number, signed.place;

--step pendencies, all of them open
create temporary table guards_of_pendencies on commit drop as
select set_config('session_replication_role', 'origin', true);

create temporary table set_pendencies on commit drop as
with worked_on as (
  select protocol.*, row_number() over (partition by protocol.subsystem_id order by protocol.number) - 1 as rank,
         count(*) over (partition by protocol.subsystem_id) as candidates
    from set_protocols protocol
   where protocol.status not in ('CREATED', 'AWAITING_GATE', 'CANCELLED')
)
select platform.uuidv7() as id,
       (row_number() over (order by subsystem.place, made.place))::integer as number, made.place, protocol.id as protocol_id,
       protocol.subsystem_id, protocol.project_id, protocol.stage, protocol.executor, protocol.technician,
       kind.type::pendency.pendency_type as type,
       made.place % 5 in (1, 2, 3)
         or kind.type = 'PA' and (protocol.status in ('VALIDATED', 'FINALIZED') or protocol.stage_place < protocol.front)
         as is_resolved,
       now() - make_interval(days => 3 + (made.place * 13 + subsystem.place * 7) % 200) as raised_at
  from set_subsystems subsystem
 cross join generate_series(1, 40) as made (place)
 cross join lateral (select case when made.place % 10 < 2 then 'PA' when made.place % 10 < 6 then 'PB' else 'PC' end) as kind (type)
  join worked_on protocol on protocol.subsystem_id = subsystem.id and protocol.rank = made.place * 37 % protocol.candidates
 order by subsystem.place, made.place;

insert into pendency.pendencies
       (id, number, protocol_id, protocol_item_id, equipment_id, subsystem_id, project_id, stage, type, description,
        raising_company_id, clearing_company_id, due_on, created_at, created_by, created_ip, updated_at, updated_by)
select pendency.id, pendency.number, pendency.protocol_id,
       case when pendency.place % 8 <> 0 then (
         select item.id
           from protocol.protocol_items item
          where item.protocol_id = pendency.protocol_id and item."order" = pendency.place % 16 + 1) end,
       case when pendency.place % 8 = 0 then (
         select assignment.equipment_id
           from protocol.protocol_equipment_companies assignment
          where assignment.protocol_id = pendency.protocol_id
          order by assignment.equipment_id
          limit 1) end,
       pendency.subsystem_id, pendency.project_id, pendency.stage, pendency.type,
       'Something is missing at point ' || pendency.place, :managing, pendency.executor,
       case when pendency.type <> 'PC' then (pendency.raised_at + interval '30 days')::date end, pendency.raised_at,
       :engineer, '192.0.2.10', pendency.raised_at, :engineer
  from set_pendencies pendency
 order by pendency.number;

insert into pendency.pendency_numbers (project_id, last_number)
select :project, max(number) from set_pendencies;

analyze pendency.pendencies;
analyze set_pendencies;

--step pendencies cleared and verified
update pendency.pendencies pendency
   set cleared_at = made.raised_at + interval '1 day', cleared_by = made.technician, cleared_ip = '192.0.2.20',
       clearing_description = 'Mended.', version = version + 1, updated_by = made.technician
  from set_pendencies made
 where made.id = pendency.id and made.is_resolved;

update pendency.pendencies pendency
   set status = 'RESOLVED', resolved_at = made.raised_at + interval '2 days', resolved_by = :engineer,
       resolved_ip = '192.0.2.10', version = version + 1, updated_by = :engineer
  from set_pendencies made
 where made.id = pendency.id and made.is_resolved;

insert into pendency.pendency_history (pendency_id, action, new_type, comment, user_id, timestamp, ip_address)
select pendency.id, step.action, case when step.place = 1 then pendency.type end,
       case when step.place = 2 then 'Mended.' end,
       case when step.place = 2 then pendency.technician else :engineer end,
       pendency.raised_at + (step.place - 1) * interval '1 day', '192.0.2.10'
  from set_pendencies pendency
 cross join lateral unnest(array['CREATED', 'CLEARED', 'RESOLVED']) with ordinality as step (action, place)
 where step.place = 1 or pendency.is_resolved
 order by pendency.number, step.place;

--step gates
update completion.gates gate
   set is_open = judged.is_open, changed_at = statement_timestamp()
  from completion.judged_gates judged
  join set_subsystems subsystem on subsystem.id = judged.subsystem_id
 where gate.id = judged.gate_id and gate.is_open <> judged.is_open;
