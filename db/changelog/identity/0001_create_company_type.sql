--liquibase formatted sql

--changeset protoworks:identity-0001
create type identity.company_type as enum (
  'MONTADORA', 'GERENCIADORA', 'COMISSIONADORA', 'FORNECEDOR', 'CLIENTE'
);

comment on type identity.company_type is
  'A company''s trade, and its part in a project: MONTADORA erects, GERENCIADORA manages, COMISSIONADORA commissions, FORNECEDOR supplies a package, CLIENTE owns the plant.';

--rollback drop type identity.company_type;
