--liquibase formatted sql

--changeset protoworks:attachment-0000
create schema attachment;

comment on schema attachment is 'Files: their upload, and what they are attached to.';

--rollback drop schema attachment;
