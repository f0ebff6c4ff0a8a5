--liquibase formatted sql

--changeset protoworks:plant-0000
create schema plant;

comment on schema plant is
  'What is commissioned: projects, who takes part in them, and their areas, systems, subsystems and equipments.';

--rollback drop schema plant;
