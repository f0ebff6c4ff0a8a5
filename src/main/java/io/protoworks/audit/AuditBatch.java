package io.protoworks.audit;

import io.protoworks.platform.CanonicalJson;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Entries as one statement appends them: an array per column. */
record AuditBatch(List<ChainedEntry> entries) {

  public UUID[] headIds() {
    return entries.stream().map(ChainedEntry::headId).toArray(UUID[]::new);
  }

  public @Nullable String[] scopeTypes() {
    return texts(AuditEntry::scopeType);
  }

  public @Nullable UUID[] scopeIds() {
    return column(AuditEntry::scopeId, UUID[]::new);
  }

  public @Nullable Long[] sequences() {
    return column(AuditEntry::sequence, Long[]::new);
  }

  public @Nullable UUID[] userIds() {
    return column(AuditEntry::userId, UUID[]::new);
  }

  public @Nullable String[] timestamps() {
    return texts(entry -> entry.timestamp().toString());
  }

  public @Nullable String[] ipAddresses() {
    return texts(AuditEntry::ipAddress);
  }

  public @Nullable String[] userAgents() {
    return texts(AuditEntry::userAgent);
  }

  public @Nullable String[] actions() {
    return texts(entry -> entry.action().name());
  }

  public @Nullable String[] eventTypes() {
    return texts(AuditEntry::eventType);
  }

  public @Nullable String[] entityTypes() {
    return texts(AuditEntry::entityType);
  }

  public @Nullable UUID[] entityIds() {
    return column(AuditEntry::entityId, UUID[]::new);
  }

  public @Nullable String[] previousData() {
    return texts(entry -> text(entry.previousData()));
  }

  public @Nullable String[] newData() {
    return texts(entry -> text(entry.newData()));
  }

  public @Nullable String[] metadata() {
    return texts(entry -> text(entry.metadata()));
  }

  public @Nullable String[] changeReasons() {
    return texts(AuditEntry::changeReason);
  }

  public @Nullable String[] prevChainHashes() {
    return entries.stream().map(ChainedEntry::prevChainHash).toArray(String[]::new);
  }

  public String[] chainHashes() {
    return entries.stream().map(ChainedEntry::chainHash).toArray(String[]::new);
  }

  private static @Nullable String text(@Nullable CanonicalJson json) {
    return json == null ? null : json.text();
  }

  private @Nullable String[] texts(Function<AuditEntry, @Nullable String> value) {
    return column(value, String[]::new);
  }

  private <T> @Nullable T[] column(
      Function<AuditEntry, @Nullable T> value, IntFunction<@Nullable T[]> array) {
    return entries.stream().map(chained -> value.apply(chained.entry())).toArray(array);
  }
}
