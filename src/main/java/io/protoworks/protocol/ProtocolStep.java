package io.protoworks.protocol;

import java.net.InetAddress;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of one protocol, as the statement takes it: done only where the row is still the one that
 * was judged.
 *
 * @param id the protocol
 * @param version the version that was judged
 * @param status the next status
 * @param round the round from then on
 * @param currentCompanyId whose turn it is then; null when nothing is left to do
 * @param gateBroken whether its gate is broken then
 * @param at the moment
 * @param ipAddress where it was asked from
 * @param reason why; null where the step needs no reason
 * @param isDocumental whether a rejection is about documents and names no item
 */
record ProtocolStep(
    UUID id,
    int version,
    ProtocolStatus status,
    int round,
    @Nullable UUID currentCompanyId,
    boolean gateBroken,
    OffsetDateTime at,
    InetAddress ipAddress,
    @Nullable String reason,
    boolean isDocumental) {}
