--liquibase formatted sql

--changeset protoworks:webhook-0000
create schema webhook;

comment on schema webhook is 'Events sent to other systems: where to, by which secrets, and what became of them.';

--rollback drop schema webhook;
