--liquibase formatted sql

--changeset protoworks:plant-0004
create table plant.project_favorites (
  user_id uuid not null,
  project_id uuid not null,
  created_at timestamptz not null default now(),
  constraint project_favorites_pkey primary key (user_id, project_id),
  constraint project_favorites_user_id_fkey foreign key (user_id)
    references identity.users (id) on delete restrict,
  constraint project_favorites_project_id_fkey foreign key (project_id)
    references plant.projects (id) on delete restrict
);

create index project_favorites_project_id_idx on plant.project_favorites (project_id);

comment on table plant.project_favorites is 'The projects that a user wants at hand.';
comment on column plant.project_favorites.user_id is 'Key, with project_id: the user.';
comment on column plant.project_favorites.project_id is 'The project.';
comment on column plant.project_favorites.created_at is 'When the user marked the project.';

--rollback drop table plant.project_favorites;
