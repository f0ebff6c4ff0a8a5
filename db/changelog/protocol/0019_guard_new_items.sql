--liquibase formatted sql

--changeset protoworks:protocol-0019 splitStatements:false stripComments:false
create function protocol.refuse_late_items() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  is_late boolean;
begin
  -- Waits for a change of status under way, and makes the next one wait.
  select bool_or(locked.status not in ('CREATED', 'AWAITING_GATE', 'RELEASED', 'IN_PROGRESS')) into is_late
    from (select protocol.status
            from protocol.protocols protocol
           where protocol.id in (select protocol_id from new_rows)
           order by protocol.id
             for share) as locked;
  if is_late then
    raise exception using
      errcode = 'PW005',
      message = 'a protocol that was submitted gets no further items',
      schema = tg_table_schema,
      table = tg_table_name,
      constraint = 'protocol_items_late_check';
  end if;
  return null;
end
$body$;

comment on function protocol.refuse_late_items() is
  'Trigger per statement: refuses items of a protocol that was submitted, rejected or cancelled (SQLSTATE PW005, constraint protocol_items_late_check).';

create trigger protocol_items_late_check
  after insert on protocol.protocol_items
  referencing new table as new_rows
  for each statement execute function protocol.refuse_late_items();

--rollback drop trigger protocol_items_late_check on protocol.protocol_items;
--rollback drop function protocol.refuse_late_items();
