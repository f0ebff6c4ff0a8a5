--liquibase formatted sql

--changeset protoworks:protocol-0013
insert into identity.role_permissions (role_id, permission)
select role.id, permission.name
  from identity.roles role
  join (values
    ('ENGINEERING', 'protocols.release'),
    ('MANAGER', 'protocols.release'),
    ('TECHNICIAN', 'protocols.execute'),
    ('SUPPLIER', 'protocols.supply'),
    ('MANAGER', 'protocols.approve'),
    ('ENGINEERING', 'protocols.validate'),
    ('MANAGER', 'protocols.validate'),
    ('MANAGER', 'protocols.finalize'),
    ('CLIENT', 'protocols.accept'),
    ('ENGINEERING', 'protocols.cancel'),
    ('ADMIN', 'protocols.administer')
  ) as permission (role_name, name) on permission.role_name = role.name and role.is_base
on conflict do nothing;

--rollback delete from identity.role_permissions where permission like 'protocols.%';
