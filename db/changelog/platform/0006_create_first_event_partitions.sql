--liquibase formatted sql

--changeset protoworks:platform-0006 splitStatements:false rollbackSplitStatements:false
-- From last month to two months ahead. The application keeps the partitions ahead from then on.
select platform.ensure_event_partitions(((now() at time zone 'UTC') - interval '1 month')::date, 4);

--rollback do $drop$
--rollback declare
--rollback   partition regclass;
--rollback begin
--rollback   for partition in select inhrelid from pg_inherits where inhparent = 'platform.events'::regclass loop
--rollback     execute format('drop table %s', partition);
--rollback   end loop;
--rollback end
--rollback $drop$;
