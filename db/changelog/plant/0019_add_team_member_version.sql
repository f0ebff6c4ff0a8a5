--liquibase formatted sql

--changeset protoworks:plant-0019
-- People edit a member's role, so a write names the version that it has seen, as everywhere.
alter table plant.team_members add column version integer not null default 1;

comment on column plant.team_members.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';

--rollback alter table plant.team_members drop column version;
