--liquibase formatted sql

--changeset protoworks:protocol-0021 splitStatements:false stripComments:false
create function protocol.refuse_skipped_beginning() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  raise exception using
    errcode = 'PW005',
    message = format('a protocol begins CREATED in round 1, not %s in round %s', new.status, new.round),
    schema = tg_table_schema,
    table = tg_table_name,
    constraint = 'protocols_begin_check';
end
$body$;

comment on function protocol.refuse_skipped_beginning() is
  'Trigger: refuses a protocol that does not begin CREATED, in round 1 and without the dates of later steps (SQLSTATE PW005, constraint protocols_begin_check).';

-- Every later status is a step from it, which protocols_change_check judges.
create trigger protocols_begin_check
  before insert on protocol.protocols
  for each row
  when (new.status <> 'CREATED' or new.round <> 1 or new.released_at is not null or new.finalized_at is not null)
  execute function protocol.refuse_skipped_beginning();

--rollback drop trigger protocols_begin_check on protocol.protocols;
--rollback drop function protocol.refuse_skipped_beginning();
