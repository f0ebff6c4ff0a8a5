--liquibase formatted sql

--changeset protoworks:audit-0004 splitStatements:false stripComments:false
-- A new partition is made beside the table and then attached: attaching lets the writers of the log go on, where
-- "create table … partition of" would stop them all. Triggers per statement are not inherited, so that each partition
-- gets its own before it is attached.
create function audit.ensure_partitions(from_month date, months integer) returns integer
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  month_start timestamp;
  partition_name text;
  created integer := 0;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit.ensure_partitions', 0));

  for month_offset in 0 .. months - 1 loop
    month_start := date_trunc('month', from_month::timestamp) + make_interval(months => month_offset);
    partition_name := 'audit_logs_' || to_char(month_start, 'YYYY_MM');

    continue when exists (
      select from pg_inherits
       where inhparent = 'audit.audit_logs'::regclass
         and inhrelid = to_regclass(format('audit.%I', partition_name)));

    execute format(
      'create table audit.%I (
         like audit.audit_logs including defaults including constraints including comments)',
      partition_name);
    execute format(
      'comment on table audit.%I is %L',
      partition_name, 'Partition of audit_logs: ' || to_char(month_start, 'FMMonth YYYY') || ' (UTC).');
    execute format(
      'create trigger audit_logs_append_only_check
         before update or delete or truncate on audit.%I
         for each statement execute function audit.refuse_change()',
      partition_name);
    execute format(
      'alter table audit.%I enable always trigger audit_logs_append_only_check', partition_name);
    execute format(
      'alter table audit.audit_logs attach partition audit.%I for values from (%L) to (%L)',
      partition_name,
      to_char(month_start, 'YYYY-MM-DD 00:00:00+00'),
      to_char(month_start + interval '1 month', 'YYYY-MM-DD 00:00:00+00'));
    created := created + 1;
  end loop;
  return created;
end
$body$;

comment on function audit.ensure_partitions(date, integer) is
  'Makes the partitions of audit_logs that are missing for so many months from the month of from_month on, and returns how many it made. Can be called at any time, by several at once. Months are those of UTC.';

--rollback drop function audit.ensure_partitions(date, integer);
