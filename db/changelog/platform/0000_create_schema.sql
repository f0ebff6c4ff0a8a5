--liquibase formatted sql

--changeset protoworks:platform-0000
create schema platform;

comment on schema platform is
  'What every module stands on and what knows no domain word. Errors raised by the database itself carry an SQLSTATE of class PW (a rule of ours that no constraint can say) or of class 23 with the name of the rule as constraint.';

--rollback drop schema platform;
