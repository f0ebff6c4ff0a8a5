--liquibase formatted sql

--changeset protoworks:pendency-0000
create schema pendency;

comment on schema pendency is
  'What is wrong or missing, who has to mend it, and who found it mended.';

--rollback drop schema pendency;
