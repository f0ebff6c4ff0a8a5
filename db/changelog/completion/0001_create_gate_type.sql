--liquibase formatted sql

--changeset protoworks:completion-0001
create type completion.gate_type as enum ('G12', 'G23', 'G34', 'G4H', 'GDEF');

comment on type completion.gate_type is
  'A gate of a subsystem: G12, G23 and G34 open stages C2, C3 and C4; G4H is provisional, GDEF definitive acceptance.';

--rollback drop type completion.gate_type;
