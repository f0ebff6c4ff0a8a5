--liquibase formatted sql

--changeset protoworks:webhook-0005
create table webhook.webhook_attempts (
  delivery_id uuid not null,
  number integer not null,
  attempted_at timestamptz not null,
  duration_ms integer not null,
  status_code integer,
  error text,
  answer text,
  constraint webhook_attempts_pkey primary key (delivery_id, number),
  constraint webhook_attempts_delivery_id_fkey foreign key (delivery_id)
    references webhook.webhook_deliveries (id) on delete cascade,
  constraint webhook_attempts_number_check check (number >= 1),
  constraint webhook_attempts_duration_ms_check check (duration_ms >= 0),
  constraint webhook_attempts_error_check check (char_length(error) <= 1000),
  constraint webhook_attempts_answer_check check (char_length(answer) <= 1000)
);

comment on table webhook.webhook_attempts is 'Each attempt of a delivery, and what came of it.';
comment on column webhook.webhook_attempts.delivery_id is 'Key, with number: the delivery.';
comment on column webhook.webhook_attempts.number is 'Key, with delivery_id: counted from 1.';
comment on column webhook.webhook_attempts.attempted_at is 'When it began.';
comment on column webhook.webhook_attempts.duration_ms is 'How many milliseconds it took.';
comment on column webhook.webhook_attempts.status_code is 'The status that the receiver answered. Null where it did not answer.';
comment on column webhook.webhook_attempts.error is 'Why it did not count as taken, in words. Null when it did.';
comment on column webhook.webhook_attempts.answer is 'The beginning of what the receiver answered, at most 1000 characters.';

--rollback drop table webhook.webhook_attempts;
