--liquibase formatted sql

--changeset protoworks:identity-0006
-- The union of what the seeds say of a user. E-mail addresses are kept in lower case, so that the plain unique
-- constraint is a case-insensitive one.
create table identity.users (
  id uuid not null default platform.uuidv7(),
  email text not null,
  phone text,
  name text not null,
  password_hash text,
  oauth_provider text,
  oauth_id text,
  company_id uuid,
  role identity.user_role not null,
  discipline_id uuid,
  signature_image_path text,
  status text not null default 'ACTIVE',
  locale text not null default 'en',
  tier identity.tier not null default 'free',
  last_login timestamptz,
  is_system boolean not null default false,
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint users_pkey primary key (id),
  constraint users_email_key unique (email),
  constraint users_phone_key unique (phone),
  constraint users_oauth_id_key unique (oauth_id),
  constraint users_company_id_fkey foreign key (company_id)
    references identity.companies (id) on delete restrict,
  constraint users_discipline_id_fkey foreign key (discipline_id)
    references identity.disciplines (id) on delete restrict,
  constraint users_email_check check (
    email = lower(email) and email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(email) <= 255),
  constraint users_phone_check check (phone ~ '^\+[1-9][0-9]{1,14}$'),
  constraint users_name_check check (btrim(name) <> '' and char_length(name) <= 255),
  constraint users_oauth_provider_check check (oauth_provider in ('azure-ad', 'google', 'local')),
  constraint users_oauth_id_check check (
    oauth_id is null or (oauth_provider is not null and char_length(oauth_id) <= 255)),
  constraint users_signature_image_path_check check (char_length(signature_image_path) <= 500),
  constraint users_status_check check (status in ('ACTIVE', 'SUSPENDED')),
  constraint users_locale_check check (locale ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$'),
  constraint users_credential_check check (
    case
      when is_system then password_hash is null and oauth_id is null
      else password_hash is not null or (oauth_provider is not null and oauth_id is not null)
    end),
  constraint users_company_check check (is_system or company_id is not null)
);

create index users_company_id_name_id_idx on identity.users (company_id, name, id);
create index users_role_name_id_idx on identity.users (role, name, id);
create index users_discipline_id_idx on identity.users (discipline_id);
create index users_name_id_idx on identity.users (name, id);
create index users_name_id_active_idx on identity.users (name, id) where is_active;

comment on table identity.users is 'The people who act, and the system user that acts for schedulers and gates.';
comment on column identity.users.id is 'Key.';
comment on column identity.users.email is 'Login name, in lower case, at most 255 characters.';
comment on column identity.users.phone is 'Telephone number in E.164 form: plus sign, country code, digits only.';
comment on column identity.users.name is 'The person''s name, at most 255 characters.';
comment on column identity.users.password_hash is 'Secret: hash of the password with its parameters (PHC string form). Null for users of an identity provider and for system users.';
comment on column identity.users.oauth_provider is 'Who vouches for the user: azure-ad, google, or local for a password of our own.';
comment on column identity.users.oauth_id is 'The user''s id at the identity provider, at most 255 characters.';
comment on column identity.users.company_id is 'The company the user works for. Only a system user has none.';
comment on column identity.users.role is 'Base role. Its permissions are those of the row of roles of the same name. user_roles adds more.';
comment on column identity.users.discipline_id is 'The discipline the user works in, where one applies.';
comment on column identity.users.signature_image_path is 'Where the image of the user''s signature is stored, at most 500 characters.';
comment on column identity.users.status is 'ACTIVE, or SUSPENDED: the account stays, but can neither log in nor act.';
comment on column identity.users.locale is 'Language tag (BCP 47) for texts and formats.';
comment on column identity.users.tier is 'The plan that the user''s quotas come from.';
comment on column identity.users.last_login is 'When the user last logged in.';
comment on column identity.users.is_system is 'True for the users that no person is behind. They have no credential and so can never log in.';
comment on column identity.users.is_active is 'False when deleted softly. Default reads leave such rows out.';
comment on column identity.users.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column identity.users.created_at is 'When the row was created.';
comment on column identity.users.updated_at is 'When the row was last changed.';

--rollback drop table identity.users;
