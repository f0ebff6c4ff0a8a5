--liquibase formatted sql

--changeset protoworks:pendency-0008
alter table pendency.pendencies add column overdue_told_on date;

comment on column pendency.pendencies.overdue_told_on is 'The day on which it was last told that the pendency is overdue. Null when it never was.';

create index pendencies_project_id_due_on_uncleared_idx on pendency.pendencies (project_id, due_on)
  where status = 'OPEN' and cleared_at is null and due_on is not null;

--rollback drop index pendency.pendencies_project_id_due_on_uncleared_idx;
--rollback alter table pendency.pendencies drop column overdue_told_on;
