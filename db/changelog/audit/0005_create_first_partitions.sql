--liquibase formatted sql

--changeset protoworks:audit-0005 splitStatements:false rollbackSplitStatements:false
-- From last month to a year ahead. The application keeps the partitions ahead from then on.
select audit.ensure_partitions(((now() at time zone 'UTC') - interval '1 month')::date, 14);

--rollback do $drop$
--rollback declare
--rollback   partition regclass;
--rollback begin
--rollback   for partition in select inhrelid from pg_inherits where inhparent = 'audit.audit_logs'::regclass loop
--rollback     execute format('drop table %s', partition);
--rollback   end loop;
--rollback end
--rollback $drop$;
