--liquibase formatted sql

--changeset protoworks:identity-0025
-- A condition on user_id reaches both branches, so the permissions of one user cost a few index look-ups.
create view identity.user_permissions as
select users.id as user_id, role_permissions.permission
  from identity.users
  join identity.roles on roles.is_base and roles.name = users.role::text
  join identity.role_permissions on role_permissions.role_id = roles.id
 where users.is_active and users.status = 'ACTIVE'
union
select users.id, role_permissions.permission
  from identity.users
  join identity.user_roles on user_roles.user_id = users.id
  join identity.role_permissions on role_permissions.role_id = user_roles.role_id
 where users.is_active and users.status = 'ACTIVE';

comment on view identity.user_permissions is
  'What each user may do everywhere: the permissions of the base role and of user_roles, each once. Users that are deleted or suspended have none.';
comment on column identity.user_permissions.user_id is 'The user.';
comment on column identity.user_permissions.permission is 'A permission of theirs, as in role_permissions.';

--rollback drop view identity.user_permissions;
