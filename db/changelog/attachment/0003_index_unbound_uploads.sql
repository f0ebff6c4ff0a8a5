--liquibase formatted sql

--changeset protoworks:attachment-0003
-- Uploads that failed count like those that wait until they would have expired: whoever makes one fail after the other
-- fills the table no faster.
drop index attachment.uploads_created_by_unbound_idx;
create index uploads_created_by_expires_at_unbound_idx on attachment.uploads (created_by, expires_at)
 where status in ('PENDING', 'STORED', 'FAILED');

--rollback drop index attachment.uploads_created_by_expires_at_unbound_idx;
--rollback create index uploads_created_by_unbound_idx on attachment.uploads (created_by) where status in ('PENDING', 'STORED');
