--liquibase formatted sql

--changeset protoworks:audit-0009
-- The list is read chain by chain: what it is narrowed to is found within a chain, in the order of its time, and not
-- among all that happened elsewhere. The first serves the foreign key as well.
create index audit_logs_user_id_scope_id_timestamp_id_idx on audit.audit_logs (user_id, scope_id, timestamp, id);
create index audit_logs_scope_id_action_timestamp_id_idx on audit.audit_logs (scope_id, action, timestamp, id);
create index audit_logs_scope_id_event_type_timestamp_id_idx on audit.audit_logs (scope_id, event_type, timestamp, id);
drop index audit.audit_logs_user_id_timestamp_id_idx;
drop index audit.audit_logs_event_type_timestamp_id_idx;
drop index audit.audit_logs_action_timestamp_id_idx;

--rollback create index audit_logs_action_timestamp_id_idx on audit.audit_logs (action, timestamp, id);
--rollback create index audit_logs_user_id_timestamp_id_idx on audit.audit_logs (user_id, timestamp, id);
--rollback create index audit_logs_event_type_timestamp_id_idx on audit.audit_logs (event_type, timestamp, id);
--rollback drop index audit.audit_logs_scope_id_event_type_timestamp_id_idx;
--rollback drop index audit.audit_logs_scope_id_action_timestamp_id_idx;
--rollback drop index audit.audit_logs_user_id_scope_id_timestamp_id_idx;
