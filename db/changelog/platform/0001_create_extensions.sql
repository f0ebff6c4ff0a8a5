--liquibase formatted sql

--changeset protoworks:platform-0001
-- pg_trgm serves text search, btree_gin lets one GIN index narrow by project and search by trigram.
-- Both are trusted extensions: the owner of the database may install them, no superuser is needed.
create extension if not exists pg_trgm with schema public;

create extension if not exists btree_gin with schema public;

--rollback drop extension if exists btree_gin;
--rollback drop extension if exists pg_trgm;
