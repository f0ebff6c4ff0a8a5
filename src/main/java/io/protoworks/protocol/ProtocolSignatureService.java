package io.protoworks.protocol;

import io.protoworks.platform.Failure;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Signatures, and the proof that they are for what is stored. */
@Service
public class ProtocolSignatureService {
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
  public List<ProtocolSignature> listByProtocolIds(Collection<UUID> protocolIds) {
    return signatures.listByProtocolIds(Rows.keys(protocolIds));
  }

  List<ProtocolSignature> listByIds(Collection<UUID> ids) {
    return signatures.listByIds(Rows.keys(ids));
  }

  /** One snapshot, so that a signature given meanwhile is not taken for a broken one. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public ProtocolVerification verify(Viewer viewer, UUID id) {
    Protocol protocol =
        protocols.listVisibleByIds(viewer.userId(), new UUID[] {id}).stream()
            .findFirst()
            .orElseThrow(() -> Failure.notFound(ProtocolCases.NOUN));
    return verifyAll(List.of(protocol), listByProtocolIds(List.of(protocol.id()))).getFirst();
  }

  /**
   * Verifies protocols that the caller sees, with all their signatures; two statements for all of
   * them, to be asked in the snapshot that the signatures were read in.
   */
  public List<ProtocolVerification> verifyAll(
      List<Protocol> verified, List<ProtocolSignature> given) {
    Map<UUID, List<ProtocolSignature>> byProtocol =
        given.stream().collect(Collectors.groupingBy(ProtocolSignature::protocolId));
    Map<UUID, String> hashes = contents.hashesOf(verified);
    return verified.stream()
        .map(
            protocol ->
                ProtocolVerification.of(
                    protocol,
                    Objects.requireNonNull(hashes.get(protocol.id())),
                    byProtocol.getOrDefault(protocol.id(), List.of())))
        .toList();
  }
}
