--liquibase formatted sql

--changeset protoworks:template-0003
create type template.template_status as enum ('DRAFT', 'PUBLISHED');

comment on type template.template_status is
  'DRAFT: can be edited, and no protocol can be made of it. PUBLISHED: protocols can be made of it, and it can no longer be edited.';

--rollback drop type template.template_status;
