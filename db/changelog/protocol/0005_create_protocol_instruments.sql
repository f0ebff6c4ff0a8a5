--liquibase formatted sql

--changeset protoworks:protocol-0005
create table protocol.protocol_instruments (
  id uuid not null default platform.uuidv7(),
  protocol_id uuid not null,
  name text not null,
  serial_number text not null,
  certificate_number text,
  calibrated_on date,
  calibration_due_on date not null,
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  created_by uuid not null,
  updated_by uuid not null,
  constraint protocol_instruments_pkey primary key (id),
  constraint protocol_instruments_id_protocol_id_key unique (id, protocol_id),
  constraint protocol_instruments_protocol_id_fkey foreign key (protocol_id)
    references protocol.protocols (id) on delete cascade,
  constraint protocol_instruments_created_by_fkey foreign key (created_by)
    references identity.users (id) on delete restrict,
  constraint protocol_instruments_updated_by_fkey foreign key (updated_by)
    references identity.users (id) on delete restrict,
  constraint protocol_instruments_name_check check (btrim(name) <> '' and char_length(name) <= 200),
  constraint protocol_instruments_serial_number_check check (
    platform.is_clean_line(serial_number) and char_length(serial_number) <= 100),
  constraint protocol_instruments_certificate_number_check check (
    platform.is_clean_line(certificate_number) and char_length(certificate_number) <= 100),
  constraint protocol_instruments_calibration_due_on_check check (calibration_due_on >= calibrated_on)
);

create unique index protocol_instruments_protocol_id_serial_number_active_key
  on protocol.protocol_instruments (protocol_id, serial_number) where is_active;
create index protocol_instruments_protocol_id_idx on protocol.protocol_instruments (protocol_id);
create index protocol_instruments_created_by_idx on protocol.protocol_instruments (created_by);
create index protocol_instruments_updated_by_idx on protocol.protocol_instruments (updated_by);

comment on table protocol.protocol_instruments is 'The instruments that measured for a protocol, with their calibration.';
comment on column protocol.protocol_instruments.id is 'Key.';
comment on column protocol.protocol_instruments.protocol_id is 'The protocol.';
comment on column protocol.protocol_instruments.name is 'What instrument it is, at most 200 characters.';
comment on column protocol.protocol_instruments.serial_number is 'Its serial number, unique in the protocol, at most 100 characters.';
comment on column protocol.protocol_instruments.certificate_number is 'The number of its calibration certificate, at most 100 characters.';
comment on column protocol.protocol_instruments.calibrated_on is 'The day on which it was calibrated.';
comment on column protocol.protocol_instruments.calibration_due_on is 'The last day on which the calibration holds.';
comment on column protocol.protocol_instruments.is_active is 'False when deleted softly. Default reads leave such rows out.';
comment on column protocol.protocol_instruments.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column protocol.protocol_instruments.created_at is 'When the row was created.';
comment on column protocol.protocol_instruments.updated_at is 'When the row was last changed.';
comment on column protocol.protocol_instruments.created_by is 'Who created the row.';
comment on column protocol.protocol_instruments.updated_by is 'Who last changed the row.';

--rollback drop table protocol.protocol_instruments;
