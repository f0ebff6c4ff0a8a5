--liquibase formatted sql

--changeset protoworks:template-0000
create schema template;

comment on schema template is
  'What is checked, and how: the templates of protocols, in versions, and the items that each has.';

--rollback drop schema template;
