--liquibase formatted sql

--changeset protoworks:plant-0003
create table plant.project_tags (
  id uuid not null default platform.uuidv7(),
  project_id uuid not null,
  name text not null,
  color text not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint project_tags_pkey primary key (id),
  constraint project_tags_project_id_name_key unique (project_id, name),
  constraint project_tags_project_id_fkey foreign key (project_id)
    references plant.projects (id) on delete restrict,
  constraint project_tags_name_check check (platform.is_clean_line(name) and char_length(name) <= 100),
  constraint project_tags_color_check check (color ~ '^#[0-9A-Fa-f]{6}$')
);

comment on table plant.project_tags is 'Labels that people put on a project to find it again. Not the tags of equipments.';
comment on column plant.project_tags.id is 'Key.';
comment on column plant.project_tags.project_id is 'The project that bears the label.';
comment on column plant.project_tags.name is 'The label''s text, unique in its project.';
comment on column plant.project_tags.color is 'Colour to show it in: #rrggbb, hexadecimal.';
comment on column plant.project_tags.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column plant.project_tags.created_at is 'When the row was created.';
comment on column plant.project_tags.updated_at is 'When the row was last changed.';

--rollback drop table plant.project_tags;
