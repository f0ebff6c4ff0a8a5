--liquibase formatted sql

--changeset protoworks:protocol-0001 splitStatements:false stripComments:false
create type protocol.protocol_status as enum (
  'CREATED', 'AWAITING_GATE', 'RELEASED', 'IN_PROGRESS', 'SUBMITTED', 'APPROVED', 'VALIDATED', 'FINALIZED', 'REJECTED',
  'CANCELLED'
);

comment on type protocol.protocol_status is
  'Where a protocol stands: CREATED, AWAITING_GATE (C2 to C4), RELEASED, IN_PROGRESS, SUBMITTED, APPROVED, VALIDATED, FINALIZED; REJECTED goes back to the executor, CANCELLED is out of every count.';

create function protocol.can_become(stage template.protocol_type, previous protocol.protocol_status, next protocol.protocol_status)
  returns boolean
  language sql immutable parallel safe
  as $body$
    select case previous
      when 'CREATED' then next = case stage when 'C1' then 'RELEASED' else 'AWAITING_GATE' end::protocol.protocol_status
      when 'AWAITING_GATE' then next = 'RELEASED' and stage <> 'C1'
      when 'RELEASED' then next = 'IN_PROGRESS' or next = 'AWAITING_GATE' and stage <> 'C1'
      when 'IN_PROGRESS' then next = 'SUBMITTED'
      when 'SUBMITTED' then next in ('APPROVED', 'REJECTED')
      when 'APPROVED' then next in ('VALIDATED', 'REJECTED')
      when 'VALIDATED' then next in ('FINALIZED', 'REJECTED')
      when 'FINALIZED' then next = 'REJECTED'
      when 'REJECTED' then next = 'IN_PROGRESS'
      else false
    end or previous not in ('FINALIZED', 'CANCELLED') and next = 'CANCELLED'
  $body$;

comment on function protocol.can_become(template.protocol_type, protocol.protocol_status, protocol.protocol_status) is
  'Whether a protocol of this stage may go from one status to the other: the state machine, without who and when.';

--rollback drop function protocol.can_become(template.protocol_type, protocol.protocol_status, protocol.protocol_status);
--rollback drop type protocol.protocol_status;
