package io.protoworks.template;

import io.protoworks.platform.Json;
import io.protoworks.platform.Row;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a template asks for at one point.
 *
 * @param configJson limits and rules in the form of {@link ItemConfig}, as JSON; null for none
 */
public record ProtocolTemplateItem(
    UUID id,
    UUID protocolTemplateId,
    String code,
    String description,
    @Nullable String helpText,
    int order,
    ItemType itemType,
    @Nullable Json configJson,
    boolean required,
    boolean isActive,
    OffsetDateTime createdAt,
    OffsetDateTime updatedAt,
    UUID createdBy,
    UUID updatedBy)
    implements Row {

  /** The same as a record of the item's type, with what is left out filled in. */
  public ItemConfig config() {
    return ItemConfigReader.read(itemType, configJson);
  }
}
