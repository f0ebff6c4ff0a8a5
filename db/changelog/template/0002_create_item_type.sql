--liquibase formatted sql

--changeset protoworks:template-0002
create type template.item_type as enum (
  'CHECKBOX_OK_NOK_NA', 'TEXT_SINGLE', 'TEXT_MULTI', 'NUMBER', 'NUMBER_RANGE', 'PHOTO_CAPTURE', 'DATE', 'SIGNATURE'
);

comment on type template.item_type is
  'What an item asks for: a check (OK, NOK, NA), a line or lines of text, a number, readings judged against limits, photos, a date, a signature.';

--rollback drop type template.item_type;
