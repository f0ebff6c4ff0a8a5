--liquibase formatted sql

--changeset protoworks:pendency-0007
insert into identity.role_permissions (role_id, permission)
select role.id, permission.name
  from identity.roles role
  join (values
    ('TECHNICIAN', 'pendencies.raise'),
    ('MANAGER', 'pendencies.raise'),
    ('ENGINEERING', 'pendencies.raise'),
    ('CLIENT', 'pendencies.raise'),
    ('SUPPLIER', 'pendencies.raise'),
    ('TECHNICIAN', 'pendencies.clear'),
    ('MANAGER', 'pendencies.clear'),
    ('ENGINEERING', 'pendencies.clear'),
    ('SUPPLIER', 'pendencies.clear'),
    ('MANAGER', 'pendencies.verify'),
    ('ENGINEERING', 'pendencies.verify'),
    ('CLIENT', 'pendencies.verify'),
    ('TECHNICIAN', 'pendencies.verify')
  ) as permission (role_name, name) on permission.role_name = role.name and role.is_base
on conflict do nothing;

--rollback delete from identity.role_permissions where permission like 'pendencies.%';
