--liquibase formatted sql

--changeset protoworks:attachment-0004
alter table attachment.attachments add column project_id uuid;

comment on column attachment.attachments.project_id is 'The project that the thing is of, in whose log is told what becomes of the file. Null for a thing of no project, such as the image of a signature.';

--rollback alter table attachment.attachments drop column project_id;
