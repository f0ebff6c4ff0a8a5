--liquibase formatted sql

--changeset protoworks:pendency-0003
create table pendency.pendency_history (
  id uuid not null default platform.uuidv7(),
  pendency_id uuid not null,
  action text not null,
  previous_type pendency.pendency_type,
  new_type pendency.pendency_type,
  comment text,
  user_id uuid not null,
  timestamp timestamptz not null default now(),
  ip_address inet not null,
  constraint pendency_history_pkey primary key (id),
  constraint pendency_history_pendency_id_fkey foreign key (pendency_id)
    references pendency.pendencies (id) on delete restrict,
  constraint pendency_history_user_id_fkey foreign key (user_id)
    references identity.users (id) on delete restrict,
  constraint pendency_history_action_check check (action in (
    'CREATED', 'CHANGED', 'ASSIGNED', 'COMMENT', 'CLEARED', 'REFUSED', 'RESOLVED', 'TYPE_CHANGE',
    'TYPE_CHANGE_REQUESTED', 'TYPE_CHANGE_REFUSED')),
  constraint pendency_history_types_check check (
    case
      when action like 'TYPE\_CHANGE%' then previous_type is not null and new_type is not null
           and previous_type <> new_type
      when action = 'CREATED' then previous_type is null and new_type is not null
      else num_nonnulls(previous_type, new_type) = 0
    end),
  constraint pendency_history_comment_check check (
    case
      when action in ('COMMENT', 'CLEARED', 'REFUSED') then comment is not null and btrim(comment) <> ''
      when action like 'TYPE\_CHANGE%' then comment is not null and char_length(btrim(comment)) >= 10
      else comment is null or btrim(comment) <> ''
    end and char_length(comment) <= 2000)
);

create index pendency_history_pendency_id_timestamp_id_idx
  on pendency.pendency_history (pendency_id, timestamp, id);
create index pendency_history_timestamp_idx on pendency.pendency_history (timestamp);
create index pendency_history_user_id_idx on pendency.pendency_history (user_id);

comment on table pendency.pendency_history is 'Everything that was done to pendencies and said of them. Append-only.';
comment on column pendency.pendency_history.id is 'Key.';
comment on column pendency.pendency_history.pendency_id is 'The pendency.';
comment on column pendency.pendency_history.action is 'What was done: CREATED, CHANGED, ASSIGNED, COMMENT, CLEARED, REFUSED (the clearing), RESOLVED (verified), TYPE_CHANGE, TYPE_CHANGE_REQUESTED, TYPE_CHANGE_REFUSED.';
comment on column pendency.pendency_history.previous_type is 'The type before, where it is about the type.';
comment on column pendency.pendency_history.new_type is 'The type from then on, or that is wanted, where it is about the type; the first type where it was raised.';
comment on column pendency.pendency_history.comment is 'What was said, or why it was done. At most 2000 characters, and at least 10 about a change of type.';
comment on column pendency.pendency_history.user_id is 'Who did it.';
comment on column pendency.pendency_history.timestamp is 'When.';
comment on column pendency.pendency_history.ip_address is 'Host address that the request came from.';

create trigger pendency_history_append_only_check
  before update or delete or truncate on pendency.pendency_history
  for each statement execute function audit.refuse_change();
alter table pendency.pendency_history enable always trigger pendency_history_append_only_check;

--rollback drop table pendency.pendency_history;
