--liquibase formatted sql

--changeset protoworks:template-0004
create table template.protocol_templates (
  id uuid not null default platform.uuidv7(),
  type template.protocol_type not null,
  code text not null,
  description text,
  discipline_id uuid,
  version integer not null default 1,
  status template.template_status not null default 'DRAFT',
  previous_id uuid,
  published_at timestamptz,
  published_by uuid,
  frozen_at timestamptz,
  is_active boolean not null default true,
  row_version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null,
  updated_by uuid not null,
  constraint protocol_templates_pkey primary key (id),
  constraint protocol_templates_code_version_key unique (code, version),
  constraint protocol_templates_id_type_key unique (id, type),
  constraint protocol_templates_discipline_id_fkey foreign key (discipline_id)
    references identity.disciplines (id) on delete restrict,
  constraint protocol_templates_previous_id_fkey foreign key (previous_id)
    references template.protocol_templates (id) on delete restrict,
  constraint protocol_templates_published_by_fkey foreign key (published_by)
    references identity.users (id) on delete restrict,
  constraint protocol_templates_created_by_fkey foreign key (created_by)
    references identity.users (id) on delete restrict,
  constraint protocol_templates_updated_by_fkey foreign key (updated_by)
    references identity.users (id) on delete restrict,
  constraint protocol_templates_code_check check (platform.is_clean_line(code) and char_length(code) <= 50),
  constraint protocol_templates_description_check check (
    btrim(description) <> '' and char_length(description) <= 500),
  constraint protocol_templates_version_check check (version >= 1),
  constraint protocol_templates_discipline_id_check check (type <> 'C1' or discipline_id is not null),
  constraint protocol_templates_published_check check (
    (status = 'PUBLISHED') = (published_at is not null) and (published_at is null) = (published_by is null)),
  constraint protocol_templates_frozen_at_check check (frozen_at is null or status = 'PUBLISHED')
);

create unique index protocol_templates_code_draft_key on template.protocol_templates (code)
  where status = 'DRAFT' and is_active;
-- Lists are in the order of codes, and of ids within a code: later versions have later ids.
create index protocol_templates_code_id_idx on template.protocol_templates (code, id);
create index protocol_templates_type_code_id_active_idx on template.protocol_templates (type, code, id)
  where is_active;
create index protocol_templates_discipline_id_code_id_idx on template.protocol_templates (discipline_id, code, id);
create index protocol_templates_code_trgm_idx on template.protocol_templates using gin (code gin_trgm_ops);
create index protocol_templates_description_trgm_idx on template.protocol_templates
  using gin (description gin_trgm_ops);
create index protocol_templates_previous_id_idx on template.protocol_templates (previous_id);
create index protocol_templates_published_by_idx on template.protocol_templates (published_by);
create index protocol_templates_created_by_idx on template.protocol_templates (created_by);
create index protocol_templates_updated_by_idx on template.protocol_templates (updated_by);

comment on table template.protocol_templates is 'What protocols are made of: a code in versions, each of which never changes once it is published.';
comment on column template.protocol_templates.id is 'Key.';
comment on column template.protocol_templates.type is 'The stage that its protocols belong to.';
comment on column template.protocol_templates.code is 'Natural key together with version, at most 50 characters.';
comment on column template.protocol_templates.description is 'What it is for, at most 500 characters.';
comment on column template.protocol_templates.discipline_id is 'The discipline that works by it. Always there at C1.';
comment on column template.protocol_templates.version is 'Which version of the code it is, from 1 on. Not to be confused with row_version.';
comment on column template.protocol_templates.status is 'DRAFT or PUBLISHED.';
comment on column template.protocol_templates.previous_id is 'The version that it was made from.';
comment on column template.protocol_templates.published_at is 'When it was published.';
comment on column template.protocol_templates.published_by is 'Who published it.';
comment on column template.protocol_templates.frozen_at is 'When its first protocol was released. From then on it cannot go back to draft.';
comment on column template.protocol_templates.is_active is 'False when deleted softly. Default reads leave such rows out.';
comment on column template.protocol_templates.row_version is 'Counts the changes of the row. A write names the one that it has seen and is refused when it is stale.';
comment on column template.protocol_templates.created_at is 'When the row was created.';
comment on column template.protocol_templates.updated_at is 'When the row was last changed.';
comment on column template.protocol_templates.created_by is 'Who created the row.';
comment on column template.protocol_templates.updated_by is 'Who last changed the row.';

--rollback drop table template.protocol_templates;
