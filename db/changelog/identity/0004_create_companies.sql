--liquibase formatted sql

--changeset protoworks:identity-0004
create table identity.companies (
  id uuid not null default platform.uuidv7(),
  name text not null,
  type identity.company_type not null,
  cnpj text,
  address text,
  phone text,
  email text,
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint companies_pkey primary key (id),
  constraint companies_name_check check (btrim(name) <> '' and char_length(name) <= 255)
);

create index companies_name_id_idx on identity.companies (name, id);
create index companies_type_name_id_idx on identity.companies (type, name, id);
create index companies_name_id_active_idx on identity.companies (name, id) where is_active;

comment on table identity.companies is 'The companies that take part in commissioning, and that users work for.';
comment on column identity.companies.id is 'Key.';
comment on column identity.companies.name is 'The name that people know the company by.';
comment on column identity.companies.type is 'The company''s trade. Its part in a certain project is in plant.project_companies.';
comment on column identity.companies.cnpj is 'Tax registration in Brazil (Cadastro Nacional da Pessoa Jurídica), as the company writes it.';
comment on column identity.companies.address is 'Postal address, lines separated by line feeds.';
comment on column identity.companies.phone is 'Telephone number of the company, as it writes it.';
comment on column identity.companies.email is 'E-mail address of the company, not of a user.';
comment on column identity.companies.is_active is 'False when deleted softly. Default reads leave such rows out.';
comment on column identity.companies.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column identity.companies.created_at is 'When the row was created.';
comment on column identity.companies.updated_at is 'When the row was last changed.';

--rollback drop table identity.companies;
