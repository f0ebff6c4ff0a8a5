--liquibase formatted sql

--changeset protoworks:audit-0000
create schema audit;

comment on schema audit is 'What was done, by whom, and the proof that nobody changed the record since.';

--rollback drop schema audit;
