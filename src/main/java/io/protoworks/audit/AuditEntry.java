package io.protoworks.audit;

import io.protoworks.platform.CanonicalJson;
import io.protoworks.platform.Change;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log as its hash covers it: every column but the key and the two hashes. Its
 * canonical JSON has these names, nulls included; the moment in UTC with up to six decimals, an
 * IPv6 address as eight groups.
 */
record AuditEntry(
    String scopeType,
    @Nullable UUID scopeId,
    long sequence,
    UUID userId,
    OffsetDateTime timestamp,
    String ipAddress,
    @Nullable String userAgent,
    Change.Action action,
    String eventType,
    String entityType,
    UUID entityId,
    @Nullable CanonicalJson previousData,
    @Nullable CanonicalJson newData,
    @Nullable CanonicalJson metadata,
    @Nullable String changeReason) {

  private static final HexFormat HEX = HexFormat.of();

  static AuditEntry of(AuditFact fact, long sequence, OffsetDateTime timestamp) {
    return new AuditEntry(
        fact.scopeType(),
        fact.scopeId(),
        sequence,
        fact.userId(),
        timestamp,
        fact.ipAddress(),
        fact.userAgent(),
        fact.action(),
        fact.eventType(),
        fact.entityType(),
        fact.entityId(),
        canonical(fact.previousData()),
        canonical(fact.newData()),
        canonical(fact.metadata()),
        fact.changeReason());
  }

  private static @Nullable CanonicalJson canonical(@Nullable String text) {
    return text == null ? null : new CanonicalJson(text);
  }

  /** The hash that chains this entry to the one before it; null for the first of a chain. */
  String chainHash(@Nullable String previousChainHash) {
    MessageDigest digest = sha256();
    if (previousChainHash != null) {
      digest.update(previousChainHash.getBytes(StandardCharsets.US_ASCII));
    }
    digest.update(CanonicalJson.of(this).text().getBytes(StandardCharsets.UTF_8));
    return HEX.formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
