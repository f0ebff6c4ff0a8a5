--liquibase formatted sql

--changeset protoworks:platform-0008 splitStatements:false stripComments:false
alter table platform.events
  add column comment text,
  add constraint events_comment_check check (btrim(comment) <> '');

-- Partitions that are there have comments of their own; those made from now on copy them.
do $body$
declare
  log regclass;
begin
  for log in
    select 'platform.events'::regclass
     union all
    select inhrelid::regclass from pg_inherits where inhparent = 'platform.events'::regclass
  loop
    execute format(
      'comment on column %s.comment is %L',
      log,
      'What was said with it: the reason, the comment, or what a new pendency describes. Null where nothing was said.');
  end loop;
end
$body$;

--rollback alter table platform.events drop column comment;
