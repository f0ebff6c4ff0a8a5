--liquibase formatted sql

--changeset protoworks:intake-0002
create table intake.import_job_errors (
  job_id uuid not null,
  row_number bigint not null,
  ordinal integer not null,
  column_name text,
  value text,
  code text not null,
  reason text not null,
  constraint import_job_errors_pkey primary key (job_id, row_number, ordinal),
  constraint import_job_errors_job_id_fkey foreign key (job_id)
    references intake.import_jobs (id) on delete restrict,
  constraint import_job_errors_row_number_check check (row_number >= 1),
  constraint import_job_errors_ordinal_check check (ordinal >= 1),
  constraint import_job_errors_value_check check (char_length(value) <= 500),
  constraint import_job_errors_code_check check (code ~ '^[A-Z]+(_[A-Z]+)*$'),
  constraint import_job_errors_reason_check check (btrim(reason) <> '')
);

comment on table intake.import_job_errors is 'Why rows of an import were refused: one row per error.';
comment on column intake.import_job_errors.job_id is 'Key, with row_number and ordinal: the import.';
comment on column intake.import_job_errors.row_number is 'Row in the file as a spreadsheet numbers it: the first line is 1, the header counts.';
comment on column intake.import_job_errors.ordinal is 'Counts the errors of a row, from 1 on.';
comment on column intake.import_job_errors.column_name is 'Header of the column that the error is in. Null when it is in the row as a whole.';
comment on column intake.import_job_errors.value is 'What stood there, cut to 500 characters.';
comment on column intake.import_job_errors.code is 'What kind of error it is, in capitals and underscores.';
comment on column intake.import_job_errors.reason is 'What is wrong, in words for the person who sent the file.';

--rollback drop table intake.import_job_errors;
