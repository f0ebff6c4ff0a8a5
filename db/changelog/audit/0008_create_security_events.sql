--liquibase formatted sql

--changeset protoworks:audit-0008
create table audit.security_events (
  id uuid not null default platform.uuidv7(),
  user_id uuid,
  type text not null,
  ip_address inet,
  user_agent text,
  details jsonb,
  created_at timestamptz not null default now(),
  constraint security_events_pkey primary key (id),
  constraint security_events_user_id_fkey foreign key (user_id)
    references identity.users (id) on delete restrict,
  constraint security_events_type_check check (type ~ '^[A-Z]+(_[A-Z]+)*$'),
  constraint security_events_user_agent_check check (char_length(user_agent) <= 500)
);

create index security_events_user_id_created_at_id_idx on audit.security_events (user_id, created_at, id);
create index security_events_type_created_at_id_idx on audit.security_events (type, created_at, id);
create index security_events_created_at_id_idx on audit.security_events (created_at, id);

create trigger security_events_append_only_check
  before update or delete or truncate on audit.security_events
  for each statement execute function audit.refuse_change();
alter table audit.security_events enable always trigger security_events_append_only_check;

comment on table audit.security_events is 'What those who guard the system should know of: failed and blocked logins, reused tokens, changed passwords. Append-only.';
comment on column audit.security_events.id is 'Key.';
comment on column audit.security_events.user_id is 'The user concerned. Null where none is known, as at a login for an unknown e-mail address.';
comment on column audit.security_events.type is 'What happened, in capitals and underscores: LOGIN_FAILED.';
comment on column audit.security_events.ip_address is 'Host address that the request came from. Null where there was none.';
comment on column audit.security_events.user_agent is 'User-Agent header of the request, at most 500 characters.';
comment on column audit.security_events.details is 'What else is worth knowing. Never a password, token or key.';
comment on column audit.security_events.created_at is 'When it happened.';

--rollback drop table audit.security_events;
