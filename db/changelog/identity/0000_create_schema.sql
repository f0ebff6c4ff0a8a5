--liquibase formatted sql

--changeset protoworks:identity-0000
create schema identity;

comment on schema identity is
  'Who acts: companies, disciplines, departments, users, what they may do, and how they got in.';

--rollback drop schema identity;
