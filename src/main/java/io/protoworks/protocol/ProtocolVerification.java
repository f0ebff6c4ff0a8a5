package io.protoworks.protocol;

import java.util.List;
import java.util.UUID;

/**
 * Whether what was signed is what is stored.
 *
 * @param isIntact whether every signature of the current round is for the contents as they are
 * @param contentHash the SHA-256 of the contents as they are
 * @param brokenSignatureIds the signatures of the current round that are for other contents
 * @param supersededSignatures how many signatures are of earlier rounds
 */
public record ProtocolVerification(
    Protocol protocol,
    boolean isIntact,
    String contentHash,
    List<UUID> brokenSignatureIds,
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
    return new ProtocolVerification(
        protocol,
        broken.isEmpty(),
        contentHash,
        broken,
        current.size(),
        signatures.size() - current.size());
  }
}
