--liquibase formatted sql

--changeset protoworks:plant-0016
-- Who sees what, in one place. A condition on user_id (and on project_id) reaches every branch, so that the projects of
-- one user are found by index. "union" and not "union all": a company can be client and take part at once, and whoever
-- joins this view must not count a project twice.
create view plant.project_viewers as
select users.id as user_id, projects.id as project_id, users.role <> 'SUPPLIER' as sees_all
  from identity.users
  join plant.projects on projects.client_company_id = users.company_id
 where users.is_active and users.status = 'ACTIVE'
union
select users.id, project_companies.project_id, users.role <> 'SUPPLIER'
  from identity.users
  join plant.project_companies on project_companies.company_id = users.company_id
 where users.is_active and users.status = 'ACTIVE'
union
select users.id, team_members.project_id, users.role <> 'SUPPLIER'
  from identity.users
  join plant.team_members on team_members.user_id = users.id
 where users.is_active and users.status = 'ACTIVE'
union
select users.id, projects.id, true
  from identity.users
 cross join plant.projects
 where users.is_active and users.status = 'ACTIVE' and users.role = 'ADMIN';

comment on view plant.project_viewers is
  'Which user sees which project, each pair once: by company (client or taking part), as a member of the team, or as ADMIN. Users that are deleted or suspended see none.';
comment on column plant.project_viewers.user_id is 'The user.';
comment on column plant.project_viewers.project_id is 'A project that the user sees.';
comment on column plant.project_viewers.sees_all is 'True when the user sees all that is in the project. False for a SUPPLIER, who sees the project itself and, in it, only what names the own company.';

--rollback drop view plant.project_viewers;
