package io.protoworks.audit;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Facts as one statement takes them: an array per column. */
record AuditFacts(List<AuditFact> facts) {

  public @Nullable String[] scopeTypes() {
    return texts(AuditFact::scopeType);
  }

  public @Nullable UUID[] scopeIds() {
    return column(AuditFact::scopeId, UUID[]::new);
  }

  public @Nullable UUID[] userIds() {
    return column(AuditFact::userId, UUID[]::new);
  }

  public @Nullable String[] ipAddresses() {
    return texts(AuditFact::ipAddress);
  }

  public @Nullable String[] userAgents() {
    return texts(AuditFact::userAgent);
  }

  public @Nullable String[] actions() {
    return texts(fact -> fact.action().name());
  }

  public @Nullable String[] eventTypes() {
    return texts(AuditFact::eventType);
  }

  public @Nullable String[] entityTypes() {
    return texts(AuditFact::entityType);
  }

  public @Nullable UUID[] entityIds() {
    return column(AuditFact::entityId, UUID[]::new);
  }

  public @Nullable String[] previousData() {
    return texts(AuditFact::previousData);
  }

  public @Nullable String[] newData() {
    return texts(AuditFact::newData);
  }

  public @Nullable String[] metadata() {
    return texts(AuditFact::metadata);
  }

  public @Nullable String[] changeReasons() {
    return texts(AuditFact::changeReason);
  }

  public @Nullable UUID[] subsystemIds() {
    return column(fact -> fact.eventState().subsystemId(), UUID[]::new);
  }

  public @Nullable UUID[] protocolIds() {
    return column(fact -> fact.eventState().protocolId(), UUID[]::new);
  }

  public @Nullable String[] previousStates() {
    return texts(fact -> fact.eventState().previousState());
  }

  public @Nullable String[] states() {
    return texts(fact -> fact.eventState().state());
  }

  public @Nullable String[] comments() {
    return texts(fact -> fact.eventState().comment());
  }

  private @Nullable String[] texts(Function<AuditFact, @Nullable String> value) {
    return column(value, String[]::new);
  }

  private <T> @Nullable T[] column(
      Function<AuditFact, @Nullable T> value, IntFunction<@Nullable T[]> array) {
    return facts.stream().map(value).toArray(array);
  }
}
