--liquibase formatted sql

--changeset protoworks:identity-0020
-- Schedulers and gates act as this user. Its id is fixed, so that code can name it without a look-up.
insert into identity.users (id, email, name, role, is_system)
values ('00000000-0000-7000-8000-000000000001', 'system@protoworks.invalid', 'ProtoWorks', 'ADMIN', true)
on conflict do nothing;

--rollback delete from identity.users where email = 'system@protoworks.invalid';
