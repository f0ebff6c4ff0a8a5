--liquibase formatted sql

--changeset protoworks:platform-0002 splitStatements:false stripComments:false
-- PostgreSQL 18 brings uuidv7(); 15 to 17 get an equal one. The choice is made once, when this runs.
do $choose$
begin
  if current_setting('server_version_num')::integer >= 180000 then
    execute $create$
      create function platform.uuidv7() returns uuid
        language sql volatile parallel safe
        as 'select pg_catalog.uuidv7()'
    $create$;
  else
    -- A random version 4 UUID gives the random bits and the variant. Its first 48 bits become the milliseconds
    -- since 1970, and setting bits 52 and 53 turns the version from 4 (0100) into 7 (0111).
    execute $create$
      create function platform.uuidv7() returns uuid
        language sql volatile parallel safe
        as $body$
          select encode(
                   set_bit(
                     set_bit(
                       overlay(
                         uuid_send(gen_random_uuid())
                         placing substring(
                           int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
                         from 1 for 6),
                       52, 1),
                     53, 1),
                   'hex')::uuid
        $body$
    $create$;
  end if;
end
$choose$;

comment on function platform.uuidv7() is
  'A new UUID of version 7 (RFC 9562): 48 bits of milliseconds since 1970, then random bits. The default of every uuid primary key, so that keys grow with time.';

--rollback drop function platform.uuidv7();
