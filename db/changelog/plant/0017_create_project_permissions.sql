--liquibase formatted sql

--changeset protoworks:plant-0017 runOnChange:true
-- Who sees only single protocols of a project may be given what is done with protocols and their pendencies: the
-- statements of those show only what the user sees. Any other permission opens the project as a whole, and is not for
-- them, whichever roles they were given.
create or replace view plant.project_permissions as
select project_viewers.user_id, project_viewers.project_id, user_permissions.permission
  from plant.project_viewers
  join identity.user_permissions on user_permissions.user_id = project_viewers.user_id
 where project_viewers.sees_all
    or split_part(user_permissions.permission, '.', 1) in ('protocols', 'pendencies')
union
select users.id, team_members.project_id, role_permissions.permission
  from identity.users
  join plant.team_members on team_members.user_id = users.id
  join identity.role_permissions on role_permissions.role_id = team_members.role_id
 where users.is_active and users.status = 'ACTIVE'
   and (users.role <> 'SUPPLIER'
        or split_part(role_permissions.permission, '.', 1) in ('protocols', 'pendencies'));

comment on view plant.project_permissions is
  'What each user may do in each project that they see: what they may do everywhere, and what their role in the project''s team adds. A SUPPLIER, who sees only single protocols, has only what is done with protocols and pendencies.';
comment on column plant.project_permissions.user_id is 'The user.';
comment on column plant.project_permissions.project_id is 'A project that the user sees.';
comment on column plant.project_permissions.permission is 'A permission of theirs in it, as in role_permissions.';

--rollback drop view plant.project_permissions;
