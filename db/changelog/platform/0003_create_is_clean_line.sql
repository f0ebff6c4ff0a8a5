--liquibase formatted sql

--changeset protoworks:platform-0003 splitStatements:false stripComments:false
-- Spelled as ranges, not as [[:cntrl:]] and [[:space:]]: those would mean something else under another locale.
create function platform.is_clean_line(line text) returns boolean
  language sql immutable strict parallel safe
  as $body$
    select line ~ '^[^ \u0001-\u001f\u007f-\u00a0]([^\u0001-\u001f\u007f-\u009f]*[^ \u0001-\u001f\u007f-\u00a0])?$'
  $body$;

comment on function platform.is_clean_line(text) is
  'Whether a text can serve as a code, tag or key that people type: not empty, no control character (U+0000 to U+001F, U+007F to U+009F), no blank at either end. For CHECK constraints.';

--rollback drop function platform.is_clean_line(text);
