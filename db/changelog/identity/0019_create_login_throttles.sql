--liquibase formatted sql

--changeset protoworks:identity-0019
create table identity.login_throttles (
  subject_hash text not null,
  failures integer not null,
  window_started_at timestamptz not null,
  blocked_until timestamptz,
  constraint login_throttles_pkey primary key (subject_hash),
  constraint login_throttles_subject_hash_check check (subject_hash ~ '^[0-9a-f]{64}$'),
  constraint login_throttles_failures_check check (failures >= 0)
);

create index login_throttles_window_started_at_idx on identity.login_throttles (window_started_at);

comment on table identity.login_throttles is 'Failed logins of late, counted per e-mail address and per host address, to slow down guessing.';
comment on column identity.login_throttles.subject_hash is 'Key: SHA-256 (hex) of the e-mail address or host address. An unknown address leaves no trace of itself.';
comment on column identity.login_throttles.failures is 'Failed logins since window_started_at.';
comment on column identity.login_throttles.window_started_at is 'When counting began. Rows whose window is over can be deleted.';
comment on column identity.login_throttles.blocked_until is 'Until when a login is refused unseen. Null while there is no need.';

--rollback drop table identity.login_throttles;
