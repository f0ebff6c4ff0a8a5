--liquibase formatted sql

--changeset protoworks:template-0001
create type template.protocol_type as enum ('C1', 'C2', 'C3', 'C4');

comment on type template.protocol_type is
  'A stage of commissioning, and the type of the protocols that belong to it: C1 mechanical completion, C2 pre-commissioning, C3 commissioning without load, C4 commissioning with load.';

--rollback drop type template.protocol_type;
