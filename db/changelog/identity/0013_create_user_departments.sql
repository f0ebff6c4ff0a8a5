--liquibase formatted sql

--changeset protoworks:identity-0013
create table identity.user_departments (
  id uuid not null default platform.uuidv7(),
  user_id uuid not null,
  dept_id uuid not null,
  assigned_at timestamptz not null default now(),
  constraint user_departments_pkey primary key (id),
  constraint user_departments_user_id_dept_id_key unique (user_id, dept_id),
  constraint user_departments_user_id_fkey foreign key (user_id)
    references identity.users (id) on delete cascade,
  constraint user_departments_dept_id_fkey foreign key (dept_id)
    references identity.departments (id) on delete cascade
);

create index user_departments_dept_id_idx on identity.user_departments (dept_id);

comment on table identity.user_departments is 'Who belongs to which department.';
comment on column identity.user_departments.id is 'Key.';
comment on column identity.user_departments.user_id is 'The user.';
comment on column identity.user_departments.dept_id is 'The department.';
comment on column identity.user_departments.assigned_at is 'When the user came to the department.';

--rollback drop table identity.user_departments;
