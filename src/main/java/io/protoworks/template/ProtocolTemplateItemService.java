package io.protoworks.template;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The items of templates. */
@Service
public class ProtocolTemplateItemService {
  private final ProtocolTemplateItemMapper items;

  ProtocolTemplateItemService(ProtocolTemplateItemMapper items) {
    this.items = items;
  }

  public List<ProtocolTemplateItem> listByIds(Collection<UUID> ids) {
    return items.listByIds(ids.toArray(UUID[]::new));
  }

  /** The active items of these templates, in their order. */
  public List<ProtocolTemplateItem> listByTemplateIds(Collection<UUID> templateIds) {
    return items.listByTemplateIds(templateIds.toArray(UUID[]::new), false);
  }
}
