package io.protoworks.protocol;

import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Reads items: whoever sees a protocol sees them. */
@Service
public class ProtocolItemService {
  private final ProtocolItemMapper items;

  ProtocolItemService(ProtocolItemMapper items) {
    this.items = items;
  }

  /** The items of these ids that the viewer sees. */
  public List<ProtocolItem> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    return items.listVisibleByIds(viewer.userId(), Rows.keys(ids));
  }

  /** The items of these ids, for whoever already sees what names them. */
  public List<ProtocolItem> listByIds(Collection<UUID> ids) {
    return items.listByIds(Rows.keys(ids));
  }

  /** The items of these protocols in their order, for whoever already sees the protocols. */
  public List<ProtocolItem> listByProtocolIds(Collection<UUID> protocolIds) {
    return items.listByProtocolIds(Rows.keys(protocolIds));
  }
}
