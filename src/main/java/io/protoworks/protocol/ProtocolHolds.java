package io.protoworks.protocol;

import io.protoworks.plant.EquipmentHolds;
import io.protoworks.platform.Rows;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Keeps equipments in use for as long as protocols that are not done name them. */
@Service
class ProtocolHolds implements EquipmentHolds {
  private final ProtocolMapper protocols;

  ProtocolHolds(ProtocolMapper protocols) {
    this.protocols = protocols;
  }

  @Override
  public List<UUID> listBoundToUse(Collection<UUID> equipmentIds) {
    return protocols.listBoundEquipmentIds(Rows.keys(equipmentIds));
  }
}
