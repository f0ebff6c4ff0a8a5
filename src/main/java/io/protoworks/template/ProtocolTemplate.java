package io.protoworks.template;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.protoworks.platform.Row;
import io.protoworks.platform.Versioned;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of what protocols are made of.
 *
 * @param templateVersion which version of the code it is
 * @param previousId the version that it was made from
 * @param frozenAt when the first protocol was released from it
 * @param version counts the changes of the row
 */
public record ProtocolTemplate(
    UUID id,
    ProtocolType type,
    String code,
    int templateVersion,
    @Nullable String description,
    @Nullable UUID disciplineId,
    TemplateStatus status,
    @Nullable UUID previousId,
    @Nullable OffsetDateTime publishedAt,
    @Nullable UUID publishedBy,
    @Nullable OffsetDateTime frozenAt,
    boolean isActive,
    int version,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt,
    UUID createdBy,
    UUID updatedBy)
    implements Row, Versioned {

  /** What people call it. */
  String name() {
    return "%s, version %d,".formatted(code, templateVersion);
  }

  /** Whether protocols can be made of it. */
  @JsonIgnore
  public boolean isUsable() {
    return status == TemplateStatus.PUBLISHED && isActive;
  }
}
