--liquibase formatted sql

--changeset protoworks:notification-0002
-- A sequence of a user's own, given out under the lock of this row until the commit: whoever has read up to a number has
-- missed nothing before it.
create table notification.inboxes (
  user_id uuid not null,
  last_sequence bigint not null,
  dropped_sequence bigint not null default 0,
  changes bigint not null,
  constraint inboxes_pkey primary key (user_id),
  constraint inboxes_user_id_fkey foreign key (user_id)
    references identity.users (id) on delete restrict,
  constraint inboxes_last_sequence_check check (last_sequence >= 1),
  constraint inboxes_dropped_sequence_check check (dropped_sequence between 0 and last_sequence),
  constraint inboxes_changes_check check (changes >= 1)
);

comment on table notification.inboxes is 'How far the notifications of a user go. A user without any has no row.';
comment on column notification.inboxes.user_id is 'Key: the user.';
comment on column notification.inboxes.last_sequence is 'The sequence of the newest notification.';
comment on column notification.inboxes.dropped_sequence is 'That of the newest one that was dropped: whoever has read less far has missed some, and is told so.';
comment on column notification.inboxes.changes is 'Counts what came and what was marked: who waits for either looks at this.';

--rollback drop table notification.inboxes;
