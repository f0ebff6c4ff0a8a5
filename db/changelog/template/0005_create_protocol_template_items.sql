--liquibase formatted sql

--changeset protoworks:template-0005
-- The last unique key is what items of protocols refer to: an item keeps its type and place. Places are compared at the end of
-- each statement, so that one statement can exchange them.
create table template.protocol_template_items (
  id uuid not null default platform.uuidv7(),
  protocol_template_id uuid not null,
  code text not null,
  description text not null,
  help_text text,
  "order" integer not null,
  item_type template.item_type not null,
  config jsonb,
  required boolean not null default true,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null,
  updated_by uuid not null,
  constraint protocol_template_items_pkey primary key (id),
  constraint protocol_template_items_protocol_template_id_code_key unique (protocol_template_id, code),
  constraint protocol_template_items_id_template_type_order_key
    unique (id, protocol_template_id, item_type, "order"),
  constraint protocol_template_items_protocol_template_id_fkey foreign key (protocol_template_id)
    references template.protocol_templates (id) on delete cascade,
  constraint protocol_template_items_created_by_fkey foreign key (created_by)
    references identity.users (id) on delete restrict,
  constraint protocol_template_items_updated_by_fkey foreign key (updated_by)
    references identity.users (id) on delete restrict,
  constraint protocol_template_items_code_check check (platform.is_clean_line(code) and char_length(code) <= 50),
  constraint protocol_template_items_description_check check (
    btrim(description) <> '' and char_length(description) <= 500),
  constraint protocol_template_items_help_text_check check (
    btrim(help_text) <> '' and char_length(help_text) <= 1000),
  constraint protocol_template_items_order_check check ("order" >= 1),
  constraint protocol_template_items_config_check check (jsonb_typeof(config) = 'object'),
  constraint protocol_template_items_order_active_excl
    exclude using btree (protocol_template_id with =, "order" with =) where (is_active) deferrable
);

create index protocol_template_items_created_by_idx on template.protocol_template_items (created_by);
create index protocol_template_items_updated_by_idx on template.protocol_template_items (updated_by);

comment on table template.protocol_template_items is 'What a template asks for, point by point.';
comment on column template.protocol_template_items.id is 'Key.';
comment on column template.protocol_template_items.protocol_template_id is 'The template.';
comment on column template.protocol_template_items.code is 'Natural key in the template, at most 50 characters.';
comment on column template.protocol_template_items.description is 'What is to be done or found, at most 500 characters.';
comment on column template.protocol_template_items.help_text is 'How, at most 1000 characters.';
comment on column template.protocol_template_items."order" is 'Its place among the items of the template, from 1 on.';
comment on column template.protocol_template_items.item_type is 'What it asks for.';
comment on column template.protocol_template_items.config is 'Limits and rules of this type of item, an object. Null: none. CHECKBOX_OK_NOK_NA: naAllowed, naRequiresNote, nokRequiresPendency, nokDefaultType, photoOnNok, labels, energization. TEXT_SINGLE: minLength, maxLength, pattern, options. TEXT_MULTI: maxLength. NUMBER: unit, decimals, hardMin, hardMax, instrumentRequired, showPrevious, naAllowed. NUMBER_RANGE: unit, decimals, points (point, min, max), inclusive, outOfRange, defaultType, instrumentRequired. PHOTO_CAPTURE: min, max, source, geoRequired, beforeAfter. DATE: withTime, notFuture, min, max. SIGNATURE: companyTypes, roles, meaning.';
comment on column template.protocol_template_items.required is 'Whether a protocol can be submitted only when it has a value.';
comment on column template.protocol_template_items.is_active is 'False when deleted softly. Default reads, and protocols, leave such rows out.';
comment on column template.protocol_template_items.created_at is 'When the row was created.';
comment on column template.protocol_template_items.updated_at is 'When the row was last changed.';
comment on column template.protocol_template_items.created_by is 'Who created the row.';
comment on column template.protocol_template_items.updated_by is 'Who last changed the row.';

--rollback drop table template.protocol_template_items;
