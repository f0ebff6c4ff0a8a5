--liquibase formatted sql

--changeset protoworks:notification-0000
create schema notification;

comment on schema notification is 'What concerns people of what happened, and what they have read of it.';

--rollback drop schema notification;
