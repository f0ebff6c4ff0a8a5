--liquibase formatted sql

--changeset protoworks:intake-0001
-- Only one import may change a project at a time. Dry runs change nothing, and an interrupted import waits without
-- keeping others out: resuming it makes it PENDING again, which the unique index refuses while another one is at work.
create table intake.import_jobs (
  id uuid not null default platform.uuidv7(),
  project_id uuid not null,
  upload_id uuid not null,
  entity_type text not null,
  file_name text not null,
  file_path text not null,
  mode text not null,
  dry_run boolean not null default false,
  mapping jsonb not null default '{}',
  options jsonb not null default '{}',
  status text not null default 'PENDING',
  total_rows integer,
  processed_rows integer not null default 0,
  success_rows integer not null default 0,
  error_rows integer not null default 0,
  created_rows integer not null default 0,
  changed_rows integer not null default 0,
  unchanged_rows integer not null default 0,
  error_details jsonb,
  started_at timestamptz,
  completed_at timestamptz,
  heartbeat_at timestamptz,
  lease_owner text,
  version integer not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint import_jobs_pkey primary key (id),
  constraint import_jobs_project_id_fkey foreign key (project_id)
    references plant.projects (id) on delete restrict,
  constraint import_jobs_upload_id_fkey foreign key (upload_id)
    references attachment.uploads (id) on delete restrict,
  constraint import_jobs_created_by_fkey foreign key (created_by)
    references identity.users (id) on delete restrict,
  constraint import_jobs_entity_type_check check (entity_type ~ '^[a-z]+(_[a-z]+)*$'),
  constraint import_jobs_file_name_check check (btrim(file_name) <> '' and char_length(file_name) <= 255),
  constraint import_jobs_file_path_check check (file_path <> '' and char_length(file_path) <= 500),
  constraint import_jobs_mode_check check (mode in ('GOOD_ROWS', 'ALL_OR_NOTHING')),
  constraint import_jobs_mapping_check check (jsonb_typeof(mapping) = 'object'),
  constraint import_jobs_options_check check (jsonb_typeof(options) = 'object'),
  constraint import_jobs_status_check check (
    status in ('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED', 'INTERRUPTED', 'CANCELLED')),
  constraint import_jobs_rows_check check (
    least(created_rows, changed_rows, unchanged_rows, error_rows) >= 0
    and success_rows = created_rows + changed_rows + unchanged_rows
    and processed_rows = success_rows + error_rows),
  constraint import_jobs_total_rows_check check (total_rows >= processed_rows),
  constraint import_jobs_completed_at_check check (
    (completed_at is not null) = (status in ('COMPLETED', 'FAILED', 'CANCELLED')))
);

create unique index import_jobs_project_id_live_key on intake.import_jobs (project_id)
  where status in ('PENDING', 'PROCESSING') and not dry_run;
create index import_jobs_project_id_created_at_id_idx on intake.import_jobs (project_id, created_at, id);
create index import_jobs_upload_id_idx on intake.import_jobs (upload_id);
create index import_jobs_entity_type_idx on intake.import_jobs (entity_type);
create index import_jobs_status_heartbeat_at_idx on intake.import_jobs (status, heartbeat_at);
create index import_jobs_created_by_idx on intake.import_jobs (created_by);

comment on table intake.import_jobs is 'The imports of registers: what came, how it was read, and what became of its rows.';
comment on column intake.import_jobs.id is 'Key.';
comment on column intake.import_jobs.project_id is 'The project that the register is imported into.';
comment on column intake.import_jobs.upload_id is 'The upload that brought the file.';
comment on column intake.import_jobs.entity_type is 'What the rows of the file are, such as equipment.';
comment on column intake.import_jobs.file_name is 'The name that the file came with, at most 255 characters.';
comment on column intake.import_jobs.file_path is 'Where the stored copy of the file is, as a key in the store, at most 500 characters.';
comment on column intake.import_jobs.mode is 'GOOD_ROWS: the good rows of a file with bad ones go in. ALL_OR_NOTHING: none does.';
comment on column intake.import_jobs.dry_run is 'True when the rows are only judged and nothing is written.';
comment on column intake.import_jobs.mapping is 'Which column of the file fills which field: a JSON object from field to the column''s header.';
comment on column intake.import_jobs.options is 'How the file is read: a JSON object with sheet, header row, delimiter, charset, order of dates and the like.';
comment on column intake.import_jobs.status is 'PENDING: waits for a worker. PROCESSING: one is at it. COMPLETED, FAILED, CANCELLED: over. INTERRUPTED: its worker is gone, it can be resumed.';
comment on column intake.import_jobs.total_rows is 'Number of data rows in the file. Null until they were counted.';
comment on column intake.import_jobs.processed_rows is 'Rows judged so far: success_rows and error_rows together.';
comment on column intake.import_jobs.success_rows is 'Good rows so far: created_rows, changed_rows and unchanged_rows together.';
comment on column intake.import_jobs.error_rows is 'Refused rows so far, each counted once. Their errors are in import_job_errors.';
comment on column intake.import_jobs.created_rows is 'Rows that made something new. In a dry run: would have.';
comment on column intake.import_jobs.changed_rows is 'Rows that changed something. In a dry run: would have.';
comment on column intake.import_jobs.unchanged_rows is 'Rows that said what was known already.';
comment on column intake.import_jobs.error_details is 'Summary of the errors: how many of each kind, and why the job failed as a whole if it did. Row by row they are in import_job_errors.';
comment on column intake.import_jobs.started_at is 'When a worker first took it.';
comment on column intake.import_jobs.completed_at is 'When it was completed, failed or was cancelled.';
comment on column intake.import_jobs.heartbeat_at is 'When its worker last said that it is alive.';
comment on column intake.import_jobs.lease_owner is 'The worker that is at it.';
comment on column intake.import_jobs.version is 'Counts the changes. A write names the version that it has seen and is refused when it is stale.';
comment on column intake.import_jobs.created_by is 'Who asked for the import. What it writes is written in their name.';
comment on column intake.import_jobs.created_at is 'When the import was asked for.';
comment on column intake.import_jobs.updated_at is 'When the row was last changed.';

--rollback drop table intake.import_jobs;
