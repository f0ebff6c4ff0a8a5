--liquibase formatted sql

--changeset protoworks:plant-0005
create table plant.team_members (
  id uuid not null default platform.uuidv7(),
  project_id uuid not null,
  user_id uuid not null,
  role_id uuid,
  joined_at timestamptz not null default now(),
  added_by uuid not null,
  constraint team_members_pkey primary key (id),
  constraint team_members_project_id_user_id_key unique (project_id, user_id),
  constraint team_members_project_id_fkey foreign key (project_id)
    references plant.projects (id) on delete restrict,
  constraint team_members_user_id_fkey foreign key (user_id)
    references identity.users (id) on delete restrict,
  constraint team_members_role_id_fkey foreign key (role_id)
    references identity.roles (id) on delete restrict,
  constraint team_members_added_by_fkey foreign key (added_by)
    references identity.users (id) on delete restrict
);

create index team_members_user_id_project_id_idx on plant.team_members (user_id, project_id);
create index team_members_role_id_idx on plant.team_members (role_id);
create index team_members_added_by_idx on plant.team_members (added_by);

comment on table plant.team_members is 'The people of a project, whatever company they work for. They see the project.';
comment on column plant.team_members.id is 'Key.';
comment on column plant.team_members.project_id is 'The project.';
comment on column plant.team_members.user_id is 'The user.';
comment on column plant.team_members.role_id is 'A role whose permissions the user has in this project only. Null: those that the user has everywhere.';
comment on column plant.team_members.joined_at is 'When the user joined the team.';
comment on column plant.team_members.added_by is 'Who added the user.';

--rollback drop table plant.team_members;
