package io.protoworks.audit;

import io.protoworks.platform.CanonicalJson;
import io.protoworks.platform.Client;
import io.protoworks.platform.Json;
import io.protoworks.platform.SecurityEvents;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps security events in transactions of their own, so that an event outlives the refusal that it
 * tells of. Whoever tells of one goes on even when it can't be kept: then it is in the server's
 * log.
 */
@Service
class SecurityEventRecorder implements SecurityEvents {
  private static final Logger LOG = LoggerFactory.getLogger(SecurityEventRecorder.class);

  private final SecurityEventMapper events;
  private final TransactionTemplate ownTransaction;

  SecurityEventRecorder(SecurityEventMapper events, PlatformTransactionManager transactions) {
    this.events = events;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public void record(
      String type, @Nullable UUID userId, Client client, Map<String, String> details) {
    Json json = new Json(CanonicalJson.of(details).text());
    try {
      ownTransaction.executeWithoutResult(
          transaction -> events.insert(type, userId, client.address(), client.userAgent(), json));
    } catch (DataAccessException | TransactionException failure) {
      LOG.error(
          "A security event could not be kept: {}, user {}, from {}.",
          type,
          userId,
          client.address().getHostAddress(),
          failure);
    }
  }
}
