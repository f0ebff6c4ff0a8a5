--liquibase formatted sql

--changeset protoworks:platform-0005 splitStatements:false stripComments:false
-- A new partition is made beside the table and then attached: attaching lets the writers of the log go on, where
-- "create table … partition of" would stop them all. Triggers per statement are not inherited, so that each partition
-- gets its own before it is attached.
create function platform.ensure_event_partitions(from_month date, months integer) returns integer
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  month_start timestamp;
  partition_name text;
  created integer := 0;
begin
  perform pg_advisory_xact_lock(hashtextextended('platform.event_partitions', 0));

  for month_offset in 0 .. months - 1 loop
    month_start := date_trunc('month', from_month::timestamp) + make_interval(months => month_offset);
    partition_name := 'events_' || to_char(month_start, 'YYYY_MM');

    continue when exists (
      select from pg_inherits
       where inhparent = 'platform.events'::regclass
         and inhrelid = to_regclass(format('platform.%I', partition_name)));

    execute format(
      'create table platform.%I (
         like platform.events including defaults including constraints including comments)',
      partition_name);
    execute format(
      'comment on table platform.%I is %L',
      partition_name, 'Partition of events: ' || to_char(month_start, 'FMMonth YYYY') || ' (UTC).');
    execute format(
      'create trigger events_append_only_check
         before update or delete or truncate on platform.%I
         for each statement execute function platform.refuse_event_change()',
      partition_name);
    execute format(
      'alter table platform.%I enable always trigger events_append_only_check', partition_name);
    execute format(
      'alter table platform.events attach partition platform.%I for values from (%L) to (%L)',
      partition_name,
      to_char(month_start, 'YYYY-MM-DD 00:00:00+00'),
      to_char(month_start + interval '1 month', 'YYYY-MM-DD 00:00:00+00'));
    created := created + 1;
  end loop;
  return created;
end
$body$;

comment on function platform.ensure_event_partitions(date, integer) is
  'Makes the partitions of events that are missing for so many months from the month of from_month on, and returns how many it made. Can be called at any time, by several at once. Months are those of UTC.';

-- What is dropped is remembered as a horizon in the same transaction.
create function platform.drop_event_partitions(before_month date) returns integer
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  partition_name text;
  dropped integer := 0;
begin
  perform pg_advisory_xact_lock(hashtextextended('platform.event_partitions', 0));

  for partition_name in
    select child.relname
      from pg_inherits
      join pg_class child on child.oid = pg_inherits.inhrelid
     where pg_inherits.inhparent = 'platform.events'::regclass
       and child.relname < 'events_' || to_char(before_month, 'YYYY_MM')
     order by child.relname
  loop
    execute format(
      'insert into platform.event_horizons as horizon (project_id, sequence)
       select project_id, max(sequence) from platform.%I group by project_id
           on conflict (project_id) do update
          set sequence = excluded.sequence where horizon.sequence < excluded.sequence',
      partition_name);
    execute format('drop table platform.%I', partition_name);
    dropped := dropped + 1;
  end loop;
  return dropped;
end
$body$;

comment on function platform.drop_event_partitions(date) is
  'Drops the partitions of events of the months before that of before_month, and returns how many. Months are those of UTC.';

--rollback drop function platform.drop_event_partitions(date);
--rollback drop function platform.ensure_event_partitions(date, integer);
