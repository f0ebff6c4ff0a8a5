--liquibase formatted sql

--changeset protoworks:protocol-0012
-- Two kinds of viewers: who sees all of the project, and a SUPPLIER, who sees what names the own company. A condition on
-- user_id (and on protocol_id) reaches both branches.
create view protocol.supplied_protocols as
select seen.user_id, assignment.protocol_id
  from plant.project_viewers seen
  join identity.users viewer on viewer.id = seen.user_id
  join protocol.protocol_equipment_companies assignment on assignment.company_id = viewer.company_id and assignment.is_active
  join protocol.protocols protocol on protocol.id = assignment.protocol_id and protocol.project_id = seen.project_id
 where not seen.sees_all;

comment on view protocol.supplied_protocols is
  'Which protocols a SUPPLIER sees: those, in a project that they see, that name their company. A protocol can be there several times.';
comment on column protocol.supplied_protocols.user_id is 'The supplier.';
comment on column protocol.supplied_protocols.protocol_id is 'A protocol that names their company.';

--rollback drop view protocol.supplied_protocols;
