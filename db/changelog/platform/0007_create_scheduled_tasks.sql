--liquibase formatted sql

--changeset protoworks:platform-0007
-- The columns are those that db-scheduler wants.
create table platform.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  constraint scheduled_tasks_pkey primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time_idx on platform.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat_idx on platform.scheduled_tasks (last_heartbeat);

comment on table platform.scheduled_tasks is 'Background work: what is to be done next and when, each by one node. Kept by db-scheduler.';
comment on column platform.scheduled_tasks.task_name is 'Key, with task_instance: the kind of work.';
comment on column platform.scheduled_tasks.task_instance is 'Key, with task_name: what it is done for.';
comment on column platform.scheduled_tasks.task_data is 'Not used: work is about rows, which it reads.';
comment on column platform.scheduled_tasks.execution_time is 'When it is to be done.';
comment on column platform.scheduled_tasks.picked is 'Whether a node is doing it.';
comment on column platform.scheduled_tasks.picked_by is 'That node.';
comment on column platform.scheduled_tasks.last_success is 'When it last went well.';
comment on column platform.scheduled_tasks.last_failure is 'When it last failed.';
comment on column platform.scheduled_tasks.consecutive_failures is 'How often it has failed since it last went well.';
comment on column platform.scheduled_tasks.last_heartbeat is 'When the node that is doing it last said so. It is taken from one that stays silent.';
comment on column platform.scheduled_tasks.version is 'Grows with every change; decides who picked it.';
comment on column platform.scheduled_tasks.priority is 'Not used.';

--rollback drop table platform.scheduled_tasks;
