package io.protoworks.protocol;

import static io.protoworks.identity.CompanyType.COMISSIONADORA;
import static io.protoworks.identity.CompanyType.GERENCIADORA;
import static io.protoworks.identity.CompanyType.MONTADORA;
import static io.protoworks.identity.UserRole.ENGINEERING;
import static io.protoworks.identity.UserRole.MANAGER;
import static io.protoworks.identity.UserRole.TECHNICIAN;

import io.protoworks.benchmark.DataSet;
import io.protoworks.identity.People;
import io.protoworks.protocol.AuditedStep.AuditRow;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plain JDBC that writes the rows of the same steps and asks nothing: no rules, no permissions, no
 * versions, nothing read but the head of the chain. Each statement is prepared once, and writes all
 * its rows at once. The triggers are in the database, and so in this, too.
 */
final class BareTransitions implements TransitionPlayer {
  private static final String HASH = "0123456789abcdef".repeat(4);

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final Map<Step, AuditedStep> audited;
  private final DataSet set;

  BareTransitions(String url, DataSet set, Map<Step, AuditedStep> audited) throws SQLException {
    connection = DriverManager.getConnection(url, "postgres", "");
    connection.setAutoCommit(false);
    this.set = set;
    this.audited = audited;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  @Override
  public void take(Step step, Subject subject) throws SQLException {
    switch (step) {
      case FILL -> fill(subject);
      case APPROVE_ITEMS -> approveItems(subject);
      default -> {
        if (step.isSigned()) {
          sign(step, subject.id());
        }
      }
    }
    if (step != Step.APPROVE_ITEMS) {
      move(step, subject.id());
    }
    if (step == Step.RELEASE) {
      insertItems(subject.id());
    }
    audit(step, subject);
    connection.commit();
  }

  private void move(Step step, UUID id) throws SQLException {
    run(
        """
        update protocol.protocols
           set status = ?::protocol.protocol_status, current_company_id = ?, version = version + 1, updated_at = now(),
               updated_by = ?, released_at = coalesce(released_at, now()),
               finalized_at = case when ? then now() end
         where id = ?
        """,
        step.next().name(),
        turn(step),
        person(step).id(),
        step == Step.FINALIZE,
        id);
    run(
        """
        insert into protocol.protocol_status_history
               (protocol_id, sequence, previous_status, new_status, round, user_id, ip_address)
        values (?, ?, ?::protocol.protocol_status, ?::protocol.protocol_status, 1, ?, '127.0.0.1')
        """,
        id,
        step.expectedVersion() + 1,
        step.previous().name(),
        step.next().name(),
        person(step).id());
  }

  private void insertItems(UUID id) throws SQLException {
    run(
        """
        insert into protocol.protocol_items
               (protocol_id, template_id, template_item_id, item_type, "order", required, energizes)
        select ?, protocol_template_id, id, item_type, "order", required, false
          from template.protocol_template_items
         where protocol_template_id = ? and is_active
        """,
        id,
        set.template());
  }

  private void fill(Subject subject) throws SQLException {
    List<AuditRow> filled =
        rows(Step.FILL).stream().filter(row -> row.entityType().equals("ProtocolItem")).toList();
    run(
        """
        update protocol.protocol_items item
           set value = filled.value::jsonb, outcome = filled.outcome::protocol.item_outcome, filled_at = now(),
               filled_by = ?, filled_ip = '127.0.0.1', filled_round = 1, version = version + 1, updated_at = now()
          from unnest(?, ?, ?) as filled (id, value, outcome)
         where item.id = filled.id
        """,
        person(Step.FILL).id(),
        array("uuid", subject.items(), SubjectItem::id),
        array("text", subject.items(), item -> "{\"v\": 1, \"na\": false, \"result\": \"OK\"}"),
        array("text", filled, row -> "PASS"));
  }

  private void approveItems(Subject subject) throws SQLException {
    run(
        """
        update protocol.protocol_items
           set approval_status = 'APPROVED', approved_at = now(), approved_by = ?, approved_ip = '127.0.0.1',
               version = version + 1, updated_at = now()
         where id = any (?)
        """,
        person(Step.APPROVE_ITEMS).id(),
        array("uuid", subject.items(), SubjectItem::id));
  }

  private void sign(Step step, UUID id) throws SQLException {
    run(
        """
        insert into protocol.protocol_signatures
               (protocol_id, round, action, user_id, company_id, signature_image_path, signed_at, ip_address,
                content_hash)
        values (?, 1, ?, ?, ?, 'signature', now(), '127.0.0.1', ?)
        """,
        id,
        step.next().name(),
        person(step).id(),
        person(step).companyId(),
        HASH);
  }

  private void audit(Step step, Subject subject) throws SQLException {
    List<AuditRow> rows = rows(step);
    long last = lockHead();
    run(
        """
        insert into audit.audit_logs (
          scope_type, scope_id, sequence, user_id, timestamp, ip_address, user_agent, action, event_type, entity_type,
          entity_id, previous_data, new_data, metadata, prev_chain_hash, chain_hash)
        select 'project', ?, ? + entry.place, entry.user_id, clock_timestamp(), '127.0.0.1', 'bare',
               entry.action::audit.audit_action, entry.event_type, entry.entity_type,
               case entry.entity_type when 'Protocol' then ? else entry.entity_id end, entry.previous_data::jsonb,
               entry.new_data::jsonb, entry.metadata::jsonb, ?, ?
          from unnest(?, ?, ?, ?, ?, ?, ?, ?) with ordinality as entry (
               user_id, action, event_type, entity_type, entity_id, previous_data, new_data, metadata, place)
        """,
        set.projectId(),
        last,
        subject.id(),
        HASH,
        HASH,
        array("uuid", rows, AuditRow::userId),
        array("text", rows, AuditRow::action),
        array("text", rows, AuditRow::eventType),
        array("text", rows, AuditRow::entityType),
        array("uuid", rows, AuditRow::entityId),
        array("text", rows, AuditRow::previousData),
        array("text", rows, AuditRow::newData),
        array("text", rows, AuditRow::metadata));
    tell(subject, rows, last);
    run(
        """
        update audit.audit_chain_heads
           set sequence = ?, chain_hash = ?, updated_at = clock_timestamp()
         where scope_type = 'project' and scope_id = ?
        """,
        last + rows.size(),
        HASH,
        set.projectId());
  }

  private void tell(Subject subject, List<AuditRow> rows, long last) throws SQLException {
    run(
        """
        insert into platform.events (
          project_id, sequence, occurred_at, type, entity_type, entity_id, subsystem_id, protocol_id, user_id,
          previous_state, state)
        select ?, ? + event.place, clock_timestamp(), event.type, event.entity_type,
               case event.entity_type when 'Protocol' then ? else event.entity_id end, ?, ?, event.user_id, 'BEFORE',
               'AFTER'
          from unnest(?, ?, ?, ?) with ordinality as event (user_id, type, entity_type, entity_id, place)
         where event.entity_type in ('Protocol', 'ProtocolItem')
        """,
        set.projectId(),
        last,
        subject.id(),
        subject.id(),
        subject.id(),
        array("uuid", rows, AuditRow::userId),
        array("text", rows, AuditRow::eventType),
        array("text", rows, AuditRow::entityType),
        array("uuid", rows, AuditRow::entityId));
  }

  private long lockHead() throws SQLException {
    PreparedStatement statement =
        prepare(
            """
            select sequence from audit.audit_chain_heads where scope_type = 'project' and scope_id = ? for update
            """);
    statement.setObject(1, set.projectId());
    try (ResultSet head = statement.executeQuery()) {
      head.next();
      return head.getLong(1);
    }
  }

  private List<AuditRow> rows(Step step) {
    return audited.getOrDefault(step, new AuditedStep(List.of())).rows();
  }

  private People.SignedIn person(Step step) {
    return switch (step) {
      case FILL, SUBMIT -> set.cast().person(MONTADORA, TECHNICIAN);
      case APPROVE -> set.cast().person(MONTADORA, MANAGER);
      case RELEASE, APPROVE_ITEMS, VALIDATE -> set.cast().person(GERENCIADORA, ENGINEERING);
      case FINALIZE -> set.cast().person(COMISSIONADORA, MANAGER);
    };
  }

  private @Nullable UUID turn(Step step) {
    return switch (step) {
      case RELEASE, FILL, SUBMIT -> set.cast().site().company(MONTADORA);
      case APPROVE, APPROVE_ITEMS -> set.cast().site().company(GERENCIADORA);
      case VALIDATE -> set.cast().site().company(COMISSIONADORA);
      case FINALIZE -> null;
    };
  }

  private <T> java.sql.Array array(String type, List<T> rows, Function<T, @Nullable Object> column)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(column).toArray());
  }

  private void run(String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = prepare(sql);
    for (int index = 0; index < parameters.length; index++) {
      statement.setObject(index + 1, parameters[index]);
    }
    statement.executeUpdate();
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return statement;
  }
}
