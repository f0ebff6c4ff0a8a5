--liquibase formatted sql

--changeset protoworks:identity-0008
-- The unique key starts with parent_id, and so serves the foreign key and the list of children as well.
create table identity.departments (
  id uuid not null default platform.uuidv7(),
  name text not null,
  parent_id uuid,
  description text,
  manager_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint departments_pkey primary key (id),
  constraint departments_parent_id_name_key unique nulls not distinct (parent_id, name),
  constraint departments_parent_id_fkey foreign key (parent_id)
    references identity.departments (id) on delete restrict,
  constraint departments_manager_id_fkey foreign key (manager_id)
    references identity.users (id) on delete restrict,
  constraint departments_name_check check (btrim(name) <> '' and char_length(name) <= 255)
);

create index departments_name_id_idx on identity.departments (name, id);
create index departments_manager_id_idx on identity.departments (manager_id);

comment on table identity.departments is 'The tree of organisational units, such as company, region, site, department.';
comment on column identity.departments.id is 'Key.';
comment on column identity.departments.name is 'Name, unique among the departments of the same parent, at most 255 characters.';
comment on column identity.departments.parent_id is 'The department above. Null at the top of a tree. A department is never above itself.';
comment on column identity.departments.description is 'What the department is for.';
comment on column identity.departments.manager_id is 'The user who leads the department.';
comment on column identity.departments.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column identity.departments.created_at is 'When the row was created.';
comment on column identity.departments.updated_at is 'When the row was last changed.';

--rollback drop table identity.departments;
