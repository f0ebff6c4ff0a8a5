package io.protoworks.protocol;

import io.protoworks.platform.Failure;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Signatures, and the proof that they are for what is stored. */
@Service
class ProtocolSignatureService {
  private final ProtocolMapper protocols;
  private final ProtocolSignatureMapper signatures;
  private final ProtocolContents contents;

  ProtocolSignatureService(
      ProtocolMapper protocols, ProtocolSignatureMapper signatures, ProtocolContents contents) {
    this.protocols = protocols;
    this.signatures = signatures;
    this.contents = contents;
  }

  /** The signatures on these protocols; seen by whoever sees the protocols. */
  List<ProtocolSignature> listByProtocolIds(Collection<UUID> protocolIds) {
    return signatures.listByProtocolIds(ProtocolService.keys(protocolIds));
  }

  List<ProtocolSignature> listByIds(Collection<UUID> ids) {
    return signatures.listByIds(ProtocolService.keys(ids));
  }

  /** One snapshot, so that a signature given meanwhile is not taken for a broken one. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public ProtocolVerification verify(Viewer viewer, UUID id) {
    Protocol protocol =
        protocols.listVisibleByIds(viewer.userId(), new UUID[] {id}).stream()
            .findFirst()
            .orElseThrow(() -> Failure.notFound(ProtocolCases.NOUN));
    return ProtocolVerification.of(
        protocol,
        contents.hashOf(protocol),
        signatures.listByProtocolIds(new UUID[] {protocol.id()}));
  }
}
