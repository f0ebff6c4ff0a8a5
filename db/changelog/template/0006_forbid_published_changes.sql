--liquibase formatted sql

--changeset protoworks:template-0006 splitStatements:false stripComments:false
-- A version that is published is what it is; protocols rely on it. What is not part of the definition stays free:
-- is_active, frozen_at, and the way back to draft of a version that no protocol was released from.
create function template.refuse_published_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  raise exception using
    errcode = 'PW002',
    message = 'a published version of a template does not change',
    schema = tg_table_schema,
    table = tg_table_name,
    constraint = 'protocol_templates_published_change_check';
end
$body$;

comment on function template.refuse_published_change() is
  'Trigger: refuses whatever it is put on (SQLSTATE PW002, constraint protocol_templates_published_change_check).';

create trigger protocol_templates_published_change_check
  before update on template.protocol_templates
  for each row when (
    old.status = 'PUBLISHED'
    and (new.type, new.code, new.version, new.description, new.discipline_id, new.previous_id)
        is distinct from
        (old.type, old.code, old.version, old.description, old.discipline_id, old.previous_id)
    or old.frozen_at is not null
    and (new.status, new.published_at, new.published_by, new.frozen_at)
        is distinct from (old.status, old.published_at, old.published_by, old.frozen_at))
  execute function template.refuse_published_change();

create trigger protocol_templates_published_deletion_check
  before delete on template.protocol_templates
  for each row when (old.status = 'PUBLISHED')
  execute function template.refuse_published_change();

create function template.refuse_empty_publication() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
begin
  if not exists (
    select from template.protocol_template_items
     where protocol_template_id = new.id and is_active) then
    raise exception using
      errcode = 'PW002',
      message = 'a version of a template without items is not published',
      schema = tg_table_schema,
      table = tg_table_name,
      constraint = 'protocol_templates_items_check';
  end if;
  return new;
end
$body$;

comment on function template.refuse_empty_publication() is
  'Trigger: refuses to publish a version without active items (SQLSTATE PW002, constraint protocol_templates_items_check).';

create trigger protocol_templates_items_check
  before insert or update of status on template.protocol_templates
  for each row when (new.status = 'PUBLISHED')
  execute function template.refuse_empty_publication();

create function template.refuse_published_item_change() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
  as $body$
declare
  published boolean;
begin
  -- Locks the template, so that it is not published while its items change.
  select status = 'PUBLISHED' into published
    from template.protocol_templates
   where id = coalesce(new.protocol_template_id, old.protocol_template_id)
     for share;
  if published or (tg_op = 'UPDATE' and new.protocol_template_id <> old.protocol_template_id) then
    raise exception using
      errcode = 'PW002',
      message = 'the items of a published version of a template do not change',
      schema = tg_table_schema,
      table = tg_table_name,
      constraint = 'protocol_template_items_published_change_check';
  end if;
  return coalesce(new, old);
end
$body$;

comment on function template.refuse_published_item_change() is
  'Trigger: refuses to add, change, delete or move items of a published version (SQLSTATE PW002, constraint protocol_template_items_published_change_check).';

create trigger protocol_template_items_published_change_check
  before insert or update or delete on template.protocol_template_items
  for each row execute function template.refuse_published_item_change();

--rollback drop trigger protocol_template_items_published_change_check on template.protocol_template_items;
--rollback drop function template.refuse_published_item_change();
--rollback drop trigger protocol_templates_items_check on template.protocol_templates;
--rollback drop function template.refuse_empty_publication();
--rollback drop trigger protocol_templates_published_deletion_check on template.protocol_templates;
--rollback drop trigger protocol_templates_published_change_check on template.protocol_templates;
--rollback drop function template.refuse_published_change();
