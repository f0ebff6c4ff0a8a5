--liquibase formatted sql

--changeset protoworks:identity-0012
create table identity.user_roles (
  id uuid not null default platform.uuidv7(),
  user_id uuid not null,
  role_id uuid not null,
  assigned_at timestamptz not null default now(),
  assigned_by uuid,
  constraint user_roles_pkey primary key (id),
  constraint user_roles_user_id_role_id_key unique (user_id, role_id),
  constraint user_roles_user_id_fkey foreign key (user_id)
    references identity.users (id) on delete cascade,
  constraint user_roles_role_id_fkey foreign key (role_id)
    references identity.roles (id) on delete cascade,
  constraint user_roles_assigned_by_fkey foreign key (assigned_by)
    references identity.users (id) on delete restrict
);

create index user_roles_role_id_idx on identity.user_roles (role_id);
create index user_roles_assigned_by_idx on identity.user_roles (assigned_by);

comment on table identity.user_roles is 'The roles that a user has everywhere, beside the base role.';
comment on column identity.user_roles.id is 'Key.';
comment on column identity.user_roles.user_id is 'The user who has the role.';
comment on column identity.user_roles.role_id is 'The role.';
comment on column identity.user_roles.assigned_at is 'When the user was given the role.';
comment on column identity.user_roles.assigned_by is 'Who gave it.';

--rollback drop table identity.user_roles;
