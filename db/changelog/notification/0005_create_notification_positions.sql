--liquibase formatted sql

--changeset protoworks:notification-0005
create table notification.notification_positions (
  project_id uuid not null,
  sequence bigint not null,
  constraint notification_positions_pkey primary key (project_id),
  constraint notification_positions_project_id_fkey foreign key (project_id)
    references plant.projects (id) on delete restrict,
  constraint notification_positions_sequence_check check (sequence >= 0)
);

comment on table notification.notification_positions is 'Up to where the log of a project was made into notifications. A project without a row is at the beginning.';
comment on column notification.notification_positions.project_id is 'Key: the project.';
comment on column notification.notification_positions.sequence is 'The sequence of the last event that was looked at.';

-- What happened before there were notifications is no news.
insert into notification.notification_positions (project_id, sequence)
select event.project_id, max(event.sequence)
  from platform.events event
 group by event.project_id;

--rollback drop table notification.notification_positions;
