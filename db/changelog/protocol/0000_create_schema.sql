--liquibase formatted sql

--changeset protoworks:protocol-0000
create schema protocol;

comment on schema protocol is
  'What was checked, by whom and with which result: protocols, their items, signatures and history.';

--rollback drop schema protocol;
