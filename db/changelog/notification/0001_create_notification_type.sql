--liquibase formatted sql

--changeset protoworks:notification-0001
create type notification.notification_type as enum (
  'MENTION', 'PENDENCY_ASSIGNED', 'PENDENCY_TURN', 'PENDENCY_OVERDUE', 'PROTOCOL_TURN', 'GATE_OPENED');

comment on type notification.notification_type is
  'Why somebody hears of an event. Whoever would hear of one for several reasons hears of it once, for the first of them in this order.';

--rollback drop type notification.notification_type;
