--liquibase formatted sql

--changeset protoworks:pendency-0001
create type pendency.pendency_type as enum ('PA', 'PB', 'PC');

comment on type pendency.pendency_type is
  'How much a pendency weighs: PA is impeditive, PB is carried over with a due day, PC is an improvement.';

create type pendency.pendency_status as enum ('OPEN', 'RESOLVED');

comment on type pendency.pendency_status is
  'Where a pendency stands: OPEN, also once it is cleared; RESOLVED when somebody else has verified that it is mended.';

--rollback drop type pendency.pendency_status;
--rollback drop type pendency.pendency_type;
