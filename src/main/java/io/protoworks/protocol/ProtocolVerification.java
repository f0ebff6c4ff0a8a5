package io.protoworks.protocol;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whether what was signed is what is stored.
 *
 * @param isIntact whether the current round has every signature that its status takes, each for the
 *     contents as they are
 * @param contentHash the SHA-256 of the contents as they are
 * @param brokenSignatureIds the signatures of the current round that are for other contents
 * @param missingSignatures what the status takes and nobody signed in the current round
 * @param supersededSignatures how many signatures are of earlier rounds
 */
public record ProtocolVerification(
    Protocol protocol,
    boolean isIntact,
    String contentHash,
    List<UUID> brokenSignatureIds,
    List<SignatureAction> missingSignatures,
    int signatures,
    int supersededSignatures) {

  static ProtocolVerification of(
      Protocol protocol, String contentHash, List<ProtocolSignature> signatures) {
    List<ProtocolSignature> current =
        signatures.stream().filter(signature -> signature.round() == protocol.round()).toList();
    List<UUID> broken =
        current.stream()
            .filter(signature -> !signature.contentHash().equals(contentHash))
            .map(ProtocolSignature::id)
            .toList();
    Set<SignatureAction> signed =
        current.stream().map(ProtocolSignature::action).collect(Collectors.toSet());
    List<SignatureAction> missing =
        taken(protocol.status()).stream().filter(action -> !signed.contains(action)).toList();
    return new ProtocolVerification(
        protocol,
        broken.isEmpty() && missing.isEmpty(),
        contentHash,
        broken,
        missing,
        current.size(),
        signatures.size() - current.size());
  }

  /** What was signed before a protocol came into this status. */
  private static List<SignatureAction> taken(ProtocolStatus status) {
    return switch (status) {
      case APPROVED -> List.of(SignatureAction.APPROVED);
      case VALIDATED -> List.of(SignatureAction.APPROVED, SignatureAction.VALIDATED);
      case FINALIZED -> List.of(SignatureAction.values());
      case CREATED, AWAITING_GATE, RELEASED, IN_PROGRESS, SUBMITTED, REJECTED, CANCELLED ->
          List.of();
    };
  }
}
