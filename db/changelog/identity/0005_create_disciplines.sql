--liquibase formatted sql

--changeset protoworks:identity-0005
create table identity.disciplines (
  id uuid not null default platform.uuidv7(),
  name text not null,
  code text not null,
  legend text not null,
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint disciplines_pkey primary key (id),
  constraint disciplines_code_key unique (code),
  constraint disciplines_name_check check (btrim(name) <> ''),
  constraint disciplines_code_check check (platform.is_clean_line(code) and char_length(code) <= 10),
  constraint disciplines_legend_check check (btrim(legend) <> '' and char_length(legend) <= 5)
);

create index disciplines_code_active_idx on identity.disciplines (code) where is_active;

comment on table identity.disciplines is 'The technical disciplines of commissioning: electrical, mechanical, instrumentation and so on.';
comment on column identity.disciplines.id is 'Key.';
comment on column identity.disciplines.name is 'The discipline''s name in full.';
comment on column identity.disciplines.code is 'Natural key, such as ELE, MEC or INS. At most 10 characters.';
comment on column identity.disciplines.legend is 'The letters that stand for it on drawings and lists. At most 5 characters.';
comment on column identity.disciplines.is_active is 'False when deleted softly. Default reads leave such rows out.';
comment on column identity.disciplines.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column identity.disciplines.created_at is 'When the row was created.';
comment on column identity.disciplines.updated_at is 'When the row was last changed.';

--rollback drop table identity.disciplines;
