--liquibase formatted sql

--changeset protoworks:protocol-0008 splitStatements:false stripComments:false
create table protocol.protocol_signatures (
  id uuid not null default platform.uuidv7(),
  protocol_id uuid not null,
  round integer not null,
  action text not null,
  user_id uuid not null,
  company_id uuid not null,
  signature_image_path text not null,
  signed_at timestamptz not null,
  ip_address inet not null,
  content_hash text not null,
  constraint protocol_signatures_pkey primary key (id),
  constraint protocol_signatures_protocol_id_user_id_action_round_key unique (protocol_id, user_id, action, round),
  constraint protocol_signatures_protocol_id_round_action_key unique (protocol_id, round, action),
  constraint protocol_signatures_protocol_id_round_user_id_key unique (protocol_id, round, user_id),
  constraint protocol_signatures_protocol_id_fkey foreign key (protocol_id)
    references protocol.protocols (id) on delete restrict,
  constraint protocol_signatures_user_id_fkey foreign key (user_id)
    references identity.users (id) on delete restrict,
  constraint protocol_signatures_company_id_fkey foreign key (company_id)
    references identity.companies (id) on delete restrict,
  constraint protocol_signatures_action_check check (action in ('APPROVED', 'VALIDATED', 'FINALIZED')),
  constraint protocol_signatures_signature_image_path_check check (
    signature_image_path <> '' and char_length(signature_image_path) <= 500),
  constraint protocol_signatures_content_hash_check check (
    char_length(content_hash) = 64 and content_hash !~ '[^0-9a-f]')
);

create index protocol_signatures_user_id_idx on protocol.protocol_signatures (user_id);
create index protocol_signatures_company_id_idx on protocol.protocol_signatures (company_id);
create index protocol_signatures_signed_at_idx on protocol.protocol_signatures (signed_at);

comment on table protocol.protocol_signatures is 'Who signed a protocol, in which round, for which content. Append-only: a rejection does not take signatures away, its round ends.';
comment on column protocol.protocol_signatures.id is 'Key.';
comment on column protocol.protocol_signatures.protocol_id is 'The protocol.';
comment on column protocol.protocol_signatures.round is 'The round that it was signed in. Signatures of earlier rounds are superseded.';
comment on column protocol.protocol_signatures.action is 'What the signature states: APPROVED (executor), VALIDATED (management), FINALIZED (acceptance); in this order.';
comment on column protocol.protocol_signatures.user_id is 'Who signed; each signature of a round is another person''s.';
comment on column protocol.protocol_signatures.company_id is 'The company that the signer signed for.';
comment on column protocol.protocol_signatures.signature_image_path is 'The image of the signature, as a key in the store, at most 500 characters.';
comment on column protocol.protocol_signatures.signed_at is 'When.';
comment on column protocol.protocol_signatures.ip_address is 'Host address that the request came from.';
comment on column protocol.protocol_signatures.content_hash is 'SHA-256 (hex) over what was signed, as canonical JSON (RFC 8785): the protocol, its equipments, its items with their values.';

create trigger protocol_signatures_append_only_check
  before update or delete or truncate on protocol.protocol_signatures
  for each statement execute function audit.refuse_change();
alter table protocol.protocol_signatures enable always trigger protocol_signatures_append_only_check;

create function protocol.refuse_unfit_signature() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  signed protocol.protocols;
  needed text := case new.action when 'VALIDATED' then 'APPROVED' when 'FINALIZED' then 'VALIDATED' end;
  refused text;
begin
  -- Locks the protocol, so that neither its round nor its items change meanwhile.
  select * into signed from protocol.protocols where id = new.protocol_id for no key update;
  if new.round <> signed.round then
    refused := 'protocol_signatures_round_check';
  elsif needed is not null and not exists (
    select
      from protocol.protocol_signatures earlier
     where earlier.protocol_id = new.protocol_id and earlier.round = new.round and earlier.action = needed
       and earlier.content_hash = new.content_hash) then
    refused := 'protocol_signatures_order_check';
  elsif new.action = 'FINALIZED' and new.company_id = signed.executor_company_id then
    refused := 'protocol_signatures_executor_check';
  elsif new.action = 'APPROVED' and exists (
    select
      from protocol.protocol_items item
     where item.protocol_id = new.protocol_id and item.filled_by = new.user_id and item.filled_round = new.round) then
    refused := 'protocol_signatures_filler_check';
  elsif signed.gate_broken then
    refused := 'protocol_signatures_gate_broken_check';
  end if;
  if refused is not null then
    raise exception using
      errcode = 'PW004',
      message = 'the signature is not fit for the protocol as it is',
      schema = tg_table_schema,
      table = tg_table_name,
      constraint = refused;
  end if;
  return new;
end
$body$;

comment on function protocol.refuse_unfit_signature() is
  'Trigger: refuses a signature of another round, out of order or over other content than the one before (order), of the executor at the end (executor), of who filled an item (filler), or while the gate is broken (gate_broken). SQLSTATE PW004, constraint protocol_signatures_<which>_check.';

create trigger protocol_signatures_fit_check
  before insert on protocol.protocol_signatures
  for each row execute function protocol.refuse_unfit_signature();

--rollback drop table protocol.protocol_signatures;
--rollback drop function protocol.refuse_unfit_signature();
