--liquibase formatted sql

--changeset protoworks:webhook-0006
insert into identity.role_permissions (role_id, permission)
select role.id, permission.name
  from identity.roles role
  join (values
    ('ADMIN', 'webhooks.manage'),
    ('MANAGER', 'webhooks.manage')
  ) as permission (role_name, name) on permission.role_name = role.name and role.is_base
on conflict do nothing;

--rollback delete from identity.role_permissions where permission like 'webhooks.%';
