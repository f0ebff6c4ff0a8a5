--liquibase formatted sql

--changeset protoworks:intake-0000
create schema intake;

comment on schema intake is 'Registers that come in as files.';

--rollback drop schema intake;
