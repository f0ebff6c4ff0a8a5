--liquibase formatted sql

--changeset protoworks:completion-0000
create schema completion;

comment on schema completion is
  'How far commissioning is: gates per subsystem, waivers, and the counts that progress is read from.';

--rollback drop schema completion;
