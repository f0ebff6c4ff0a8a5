package io.protoworks.protocol;

import io.protoworks.attachment.Attachment;
import io.protoworks.identity.CompanyType;
import io.protoworks.identity.UserRole;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a value is judged against beside its config.
 *
 * @param now the moment at which it is given
 * @param instruments the protocol's instruments in use
 * @param photos the active attachments of the item
 * @param signer who gives it
 */
record ItemContext(
    OffsetDateTime now,
    Map<UUID, ProtocolInstrument> instruments,
    Map<UUID, Attachment> photos,
    Signer signer) {

  /**
   * Who gives a value.
   *
   * @param executes whether they fill items for the executor
   * @param ofExecutor whether they are of the executor's company
   * @param parts the parts of their company in the project
   * @param signatureImage their signature; null when they have none
   * @param contentHash the SHA-256 of the contents of the protocol as they are
   */
  record Signer(
      UUID userId,
      UserRole role,
      boolean executes,
      boolean ofExecutor,
      List<String> parts,
      @Nullable Attachment signatureImage,
      String contentHash) {
    boolean hasPart(CompanyType part) {
      return parts.contains(part.name());
    }
  }

  /** The day on which the value is given, in UTC: projects have no time zone. */
  LocalDate today() {
    return now.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
  }
}
