--liquibase formatted sql

--changeset protoworks:identity-0010
create table identity.roles (
  id uuid not null default platform.uuidv7(),
  name text not null,
  description text,
  is_base boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint roles_pkey primary key (id),
  constraint roles_name_key unique (name),
  constraint roles_name_check check (platform.is_clean_line(name) and char_length(name) <= 100)
);

comment on table identity.roles is 'Named sets of permissions. Code asks for a permission, never for a role.';
comment on column identity.roles.id is 'Key.';
comment on column identity.roles.name is 'Name, at most 100 characters. A base role is named like the value of user_role.';
comment on column identity.roles.description is 'What the role is for.';
comment on column identity.roles.is_base is 'True for the six roles that users.role refers to by name. They can be neither renamed nor deleted.';
comment on column identity.roles.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column identity.roles.created_at is 'When the row was created.';
comment on column identity.roles.updated_at is 'When the row was last changed.';

--rollback drop table identity.roles;
