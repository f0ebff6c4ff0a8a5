--liquibase formatted sql

--changeset protoworks:protocol-0002
create type protocol.item_approval_status as enum ('PENDING', 'APPROVED', 'REJECTED');

comment on type protocol.item_approval_status is
  'What whoever verifies thinks of an item: PENDING (nothing said), APPROVED, REJECTED (to be done again).';

create type protocol.item_outcome as enum ('PASS', 'FAIL', 'NA', 'INFO');

comment on type protocol.item_outcome is
  'What the server judged of a value: PASS, FAIL, NA (not applicable), INFO (nothing to judge). Unanswered items have none.';

--rollback drop type protocol.item_outcome;
--rollback drop type protocol.item_approval_status;
