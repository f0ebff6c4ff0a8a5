--liquibase formatted sql

--changeset protoworks:protocol-0006
create table protocol.protocol_items (
  id uuid not null default platform.uuidv7(),
  protocol_id uuid not null,
  template_id uuid not null,
  template_item_id uuid not null,
  item_type template.item_type not null,
  "order" integer not null,
  required boolean not null,
  energizes boolean not null,
  value jsonb,
  outcome protocol.item_outcome,
  needs_pendency boolean not null default false,
  needs_photo boolean not null default false,
  approval_status protocol.item_approval_status not null default 'PENDING',
  filled_at timestamptz,
  filled_by uuid,
  filled_ip inet,
  filled_round integer,
  approved_at timestamptz,
  approved_by uuid,
  approved_ip inet,
  approval_note text,
  open_pendencies integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint protocol_items_pkey primary key (id),
  constraint protocol_items_protocol_id_template_item_id_key unique (protocol_id, template_item_id),
  constraint protocol_items_id_protocol_id_key unique (id, protocol_id),
  constraint protocol_items_protocol_id_template_id_fkey foreign key (protocol_id, template_id)
    references protocol.protocols (id, template_id) on delete cascade on update restrict,
  constraint protocol_items_template_item_fkey foreign key (template_item_id, template_id, item_type, "order")
    references template.protocol_template_items (id, protocol_template_id, item_type, "order")
    on delete restrict on update restrict,
  constraint protocol_items_filled_by_fkey foreign key (filled_by)
    references identity.users (id) on delete restrict,
  constraint protocol_items_approved_by_fkey foreign key (approved_by)
    references identity.users (id) on delete restrict,
  constraint protocol_items_value_check check (
    jsonb_typeof(value) = 'object' and value ->> 'v' = '1'),
  constraint protocol_items_outcome_check check ((value is null) = (outcome is null)),
  constraint protocol_items_needs_check check (value is not null or not (needs_pendency or needs_photo)),
  constraint protocol_items_filled_check check (
    num_nulls(value, filled_at, filled_by, filled_ip, filled_round) in (0, 5)),
  constraint protocol_items_approved_check check (
    num_nulls(approved_at, approved_by, approved_ip) = case approval_status when 'PENDING' then 3 else 0 end),
  constraint protocol_items_approval_note_check check (
    case approval_status
      when 'PENDING' then approval_note is null
      when 'REJECTED' then approval_note is not null and btrim(approval_note) <> ''
      else true
    end and char_length(approval_note) <= 2000),
  constraint protocol_items_approved_by_check check (approval_status <> 'APPROVED' or approved_by <> filled_by),
  constraint protocol_items_approved_value_check check (
    approval_status <> 'APPROVED' or value is not null or not required),
  constraint protocol_items_open_pendencies_check check (open_pendencies >= 0)
);

create index protocol_items_protocol_id_order_id_idx on protocol.protocol_items (protocol_id, "order", id);
create index protocol_items_protocol_id_failed_idx on protocol.protocol_items (protocol_id) where outcome = 'FAIL';
create index protocol_items_protocol_id_energized_idx on protocol.protocol_items (protocol_id)
  where energizes and outcome = 'PASS';
create index protocol_items_protocol_id_approval_status_idx on protocol.protocol_items (protocol_id, approval_status);
create index protocol_items_template_item_idx
  on protocol.protocol_items (template_item_id, template_id, item_type, "order");
create index protocol_items_filled_by_idx on protocol.protocol_items (filled_by);
create index protocol_items_approved_by_idx on protocol.protocol_items (approved_by);

comment on table protocol.protocol_items is 'The items of a protocol: what its template asks for, with what was found. Made when the protocol is released.';
comment on column protocol.protocol_items.id is 'Key.';
comment on column protocol.protocol_items.protocol_id is 'The protocol.';
comment on column protocol.protocol_items.template_id is 'The template of the protocol, kept equal to it by the foreign key.';
comment on column protocol.protocol_items.template_item_id is 'What is asked: an item of that template.';
comment on column protocol.protocol_items.item_type is 'What it asks for, kept equal to the template item''s by the foreign key.';
comment on column protocol.protocol_items."order" is 'Its place, kept equal to the template item''s by the foreign key.';
comment on column protocol.protocol_items.required is 'Whether it must have a value, as the template says.';
comment on column protocol.protocol_items.energizes is 'Whether C3 and C4 of the subsystem begin only once such an item is OK, as the template says.';
comment on column protocol.protocol_items.value is 'What was found. Null is unanswered. An object with v (1), na, note, and by type: result (OK, NOK, NA); text; number, unit, instrumentId; readings (point, number), unit, instrumentId; photos (attachmentId, sha256, takenAt, geo, kind); date or dateTime; attachmentId, sha256, signerUserId, signedAt, contentHash. Measured numbers are strings of decimal digits.';
comment on column protocol.protocol_items.outcome is 'What the server judged of the value.';
comment on column protocol.protocol_items.needs_pendency is 'Whether the value, by the template''s rules, needs an open pendency before the protocol is submitted.';
comment on column protocol.protocol_items.needs_photo is 'Whether the value, by the template''s rules, needs a photo attached to the item before the protocol is submitted.';
comment on column protocol.protocol_items.approval_status is 'What whoever verifies thinks of it.';
comment on column protocol.protocol_items.filled_at is 'When the value was given.';
comment on column protocol.protocol_items.filled_by is 'Who gave the value.';
comment on column protocol.protocol_items.filled_ip is 'Host address that the value came from.';
comment on column protocol.protocol_items.filled_round is 'The round of the protocol in which the value was given.';
comment on column protocol.protocol_items.approved_at is 'When it was approved or rejected.';
comment on column protocol.protocol_items.approved_by is 'Who approved or rejected it.';
comment on column protocol.protocol_items.approved_ip is 'Host address that the approval or rejection came from.';
comment on column protocol.protocol_items.approval_note is 'Why it was rejected; a remark where it was approved. At most 2000 characters.';
comment on column protocol.protocol_items.open_pendencies is 'Its open pendencies. Kept by a trigger on pendencies.';
comment on column protocol.protocol_items.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column protocol.protocol_items.created_at is 'When the row was created.';
comment on column protocol.protocol_items.updated_at is 'When the row was last changed.';

--rollback drop table protocol.protocol_items;
