--liquibase formatted sql

--changeset protoworks:completion-0009
insert into identity.role_permissions (role_id, permission)
select role.id, permission.name
  from identity.roles role
  join (values
    ('ENGINEERING', 'gates.waive'),
    ('MANAGER', 'gates.waive'),
    ('CLIENT', 'gates.waive')
  ) as permission (role_name, name) on permission.role_name = role.name and role.is_base
on conflict do nothing;

--rollback delete from identity.role_permissions where permission like 'gates.%';
