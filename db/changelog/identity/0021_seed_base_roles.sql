--liquibase formatted sql

--changeset protoworks:identity-0021
insert into identity.roles (name, description, is_base)
values
  ('ADMIN', 'Keeps the system: users, companies, roles, and every project.', true),
  ('TECHNICIAN', 'Executes the work and records it.', true),
  ('MANAGER', 'Answers for the work of the own company.', true),
  ('ENGINEERING', 'Prepares and verifies the work.', true),
  ('SUPPLIER', 'Sees and executes only what names the own company.', true),
  ('CLIENT', 'Accepts the plant.', true)
on conflict do nothing;

--rollback delete from identity.roles
--rollback  where name in ('ADMIN', 'TECHNICIAN', 'MANAGER', 'ENGINEERING', 'SUPPLIER', 'CLIENT');
