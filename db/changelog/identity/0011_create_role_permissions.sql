--liquibase formatted sql

--changeset protoworks:identity-0011
create table identity.role_permissions (
  id uuid not null default platform.uuidv7(),
  role_id uuid not null,
  permission text not null,
  created_at timestamptz not null default now(),
  constraint role_permissions_pkey primary key (id),
  constraint role_permissions_role_id_permission_key unique (role_id, permission),
  constraint role_permissions_role_id_fkey foreign key (role_id)
    references identity.roles (id) on delete cascade,
  constraint role_permissions_permission_check check (
    permission ~ '^[a-z]+\.[a-z]+$' and char_length(permission) <= 100)
);

create index role_permissions_permission_idx on identity.role_permissions (permission);

comment on table identity.role_permissions is 'What a role permits.';
comment on column identity.role_permissions.id is 'Key.';
comment on column identity.role_permissions.role_id is 'The role.';
comment on column identity.role_permissions.permission is 'A noun in the plural, a dot, a verb: projects.write. At most 100 characters.';
comment on column identity.role_permissions.created_at is 'When the permission was given to the role.';

--rollback drop table identity.role_permissions;
