--liquibase formatted sql

--changeset protoworks:identity-0022
-- SUPPLIER has no line: what a supplier may do hangs on the protocols that name the supplier's company.
insert into identity.role_permissions (role_id, permission)
select role.id, permission.name
  from identity.roles role
  join (values
    ('ADMIN', 'companies.write'),
    ('ADMIN', 'disciplines.write'),
    ('ADMIN', 'departments.write'),
    ('ADMIN', 'users.read'),
    ('ADMIN', 'users.write'),
    ('ADMIN', 'roles.write'),
    ('ADMIN', 'roles.grant'),
    ('ADMIN', 'projects.create'),
    ('ADMIN', 'projects.write'),
    ('ADMIN', 'hierarchy.write'),
    ('ADMIN', 'registers.import'),
    ('ADMIN', 'registers.export'),
    ('ADMIN', 'audit.read'),
    ('ADMIN', 'security.read'),
    ('ENGINEERING', 'projects.write'),
    ('ENGINEERING', 'hierarchy.write'),
    ('ENGINEERING', 'registers.import'),
    ('ENGINEERING', 'registers.export'),
    ('ENGINEERING', 'audit.read'),
    ('MANAGER', 'projects.write'),
    ('MANAGER', 'hierarchy.write'),
    ('MANAGER', 'registers.import'),
    ('MANAGER', 'registers.export'),
    ('MANAGER', 'audit.read'),
    ('TECHNICIAN', 'registers.export'),
    ('CLIENT', 'registers.export'),
    ('CLIENT', 'audit.read')
  ) as permission (role_name, name) on permission.role_name = role.name
on conflict do nothing;

--rollback delete from identity.role_permissions permission
--rollback  using identity.roles role
--rollback  where role.id = permission.role_id
--rollback    and (role.name, permission.permission) in (
--rollback      ('ADMIN', 'companies.write'),
--rollback      ('ADMIN', 'disciplines.write'),
--rollback      ('ADMIN', 'departments.write'),
--rollback      ('ADMIN', 'users.read'),
--rollback      ('ADMIN', 'users.write'),
--rollback      ('ADMIN', 'roles.write'),
--rollback      ('ADMIN', 'roles.grant'),
--rollback      ('ADMIN', 'projects.create'),
--rollback      ('ADMIN', 'projects.write'),
--rollback      ('ADMIN', 'hierarchy.write'),
--rollback      ('ADMIN', 'registers.import'),
--rollback      ('ADMIN', 'registers.export'),
--rollback      ('ADMIN', 'audit.read'),
--rollback      ('ADMIN', 'security.read'),
--rollback      ('ENGINEERING', 'projects.write'),
--rollback      ('ENGINEERING', 'hierarchy.write'),
--rollback      ('ENGINEERING', 'registers.import'),
--rollback      ('ENGINEERING', 'registers.export'),
--rollback      ('ENGINEERING', 'audit.read'),
--rollback      ('MANAGER', 'projects.write'),
--rollback      ('MANAGER', 'hierarchy.write'),
--rollback      ('MANAGER', 'registers.import'),
--rollback      ('MANAGER', 'registers.export'),
--rollback      ('MANAGER', 'audit.read'),
--rollback      ('TECHNICIAN', 'registers.export'),
--rollback      ('CLIENT', 'registers.export'),
--rollback      ('CLIENT', 'audit.read')
--rollback    );
