--liquibase formatted sql

--changeset protoworks:identity-0026
-- Search for people by any part of the name or of the e-mail address.
create index users_name_trgm_idx on identity.users using gin (name gin_trgm_ops);
create index users_email_trgm_idx on identity.users using gin (email gin_trgm_ops);

--rollback drop index identity.users_email_trgm_idx;
--rollback drop index identity.users_name_trgm_idx;
