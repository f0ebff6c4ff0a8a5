--liquibase formatted sql

--changeset protoworks:plant-0018
-- A project's team is paged in the order in which its members joined.
create index team_members_project_id_joined_at_id_idx on plant.team_members (project_id, joined_at, id);

--rollback drop index plant.team_members_project_id_joined_at_id_idx;
