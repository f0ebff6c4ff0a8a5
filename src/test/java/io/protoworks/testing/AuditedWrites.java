package io.protoworks.testing;

import io.protoworks.platform.TransactionScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Watches in every test that the server writes nothing in a transaction that tells the audit log
 * nothing. One that kept silent fails after its commit, whoever asked for it. Whether it told all,
 * the tests of each operation say.
 */
final class AuditedWrites {
  private static final String TOLD = "AuditChainMapper.append";

  private static final Pattern WRITES =
      Pattern.compile(
          "\\b(insert\\s+into|delete\\s+from|update\\s+[a-z_]+\\.[a-z_]+)\\b",
          Pattern.CASE_INSENSITIVE);

  /** What may be written without a word in the audit log, by the reason. */
  private static final Map<String, Set<String>> UNTOLD =
      Map.of(
          "how far a worker is; that it began and how it ended is told",
          Set.of(
              "ImportJobMapper.beat",
              "ImportJobMapper.updateProgress",
              "ImportJobMapper.updateTotal",
              "ImportRowErrorMapper.deleteByJobId",
              "ImportRowErrorMapper.insertAll"),
          "how far deliveries are; that one was asked for, and why an endpoint ends, is told",
          Set.of(
              "WebhookAttemptMapper.insert",
              "WebhookDeliveryMapper.insertOfEvent",
              "WebhookDeliveryMapper.postpone",
              "WebhookDeliveryMapper.settle",
              "WebhookDeliveryMapper.skip",
              "WebhookDeliveryMapper.updatePayload",
              "WebhookEndpointMapper.advance"),
          "what is made of the event log, and what somebody has read of it",
          Set.of(
              "InboxMapper.touch",
              "NotificationMakerMapper.advance",
              "NotificationMakerMapper.insertOfEvents",
              "NotificationMakerMapper.insertPosition",
              "NotificationMapper.markAllRead",
              "NotificationMapper.markRead",
              "NotificationMapper.markUnread"),
          "what has served is forgotten",
          Set.of(
              "NotificationMapper.deleteBefore",
              "WebhookDeliveryMapper.deleteSettled",
              "WebhookSecretMapper.deleteExpired"),
          "what was tried in vain is in the log of security events",
          Set.of(
              "LoginThrottleMapper.block",
              "LoginThrottleMapper.clear",
              "LoginThrottleMapper.countFailure",
              "SecurityEventMapper.insert"),
          "what has ended is forgotten; that it ended was told",
          Set.of("LoginThrottleMapper.deleteForgotten", "SessionMapper.deleteExpiredTokens"),
          "when it was last used; that it began and ended is told",
          Set.of("ViewerMapper.touchApiKeys", "ViewerMapper.touchSessions"));

  private AuditedWrites() {}

  /** Looks at what a statement did. */
  static void watch(String name, String sql, Object answer) {
    if (hasRows(answer) && WRITES.matcher(sql).find()) {
      note(name);
    }
  }

  private static boolean hasRows(Object answer) {
    return answer instanceof Collection<?> rows
        ? !rows.isEmpty()
        : answer instanceof Integer count && count != 0;
  }

  private static void note(String write) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      requireTold(Set.of(write));
      return;
    }
    TransactionScoped.of(Watch.class, Watch::new).writes.add(write);
  }

  private static void requireTold(Set<String> writes) {
    Set<String> silent = new TreeSet<>(writes);
    UNTOLD.values().forEach(silent::removeAll);
    if (!silent.isEmpty() && !writes.contains(TOLD)) {
      throw new IllegalStateException("written without a word in the audit log: " + silent);
    }
  }

  private static final class Watch implements TransactionSynchronization {
    private final Set<String> writes = new TreeSet<>();

    @Override
    public void afterCommit() {
      requireTold(writes);
    }
  }
}
