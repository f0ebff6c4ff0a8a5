--liquibase formatted sql

--changeset protoworks:protocol-0014
-- The S-curve has every week from the first to the last: a mistyped year would make it hundreds of thousands long.
alter table protocol.protocols add constraint protocols_due_on_check check (
  due_on between '2000-01-01' and '2099-12-31');

comment on column protocol.protocols.due_on is 'The day on which it is planned to be finalized, in this century.';

--rollback comment on column protocol.protocols.due_on is 'The day on which it is planned to be finalized.';
--rollback alter table protocol.protocols drop constraint protocols_due_on_check;
