package io.protoworks.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Equipments and companies of protocols, as a statement takes them: an array per column. */
@SuppressWarnings("ArrayRecordComponent") // read once, by the statement
record AssignmentColumns(
    UUID[] protocolIds, UUID[] equipmentIds, UUID[] companyIds, UUID[] subsystemIds) {

  /** Each equipment with each company. */
  static AssignmentColumns of(List<Protocol> protocols, List<ProtocolDraft> drafts) {
    List<UUID> protocolIds = new ArrayList<>();
    List<UUID> equipmentIds = new ArrayList<>();
    List<UUID> companyIds = new ArrayList<>();
    List<UUID> subsystemIds = new ArrayList<>();
    for (int index = 0; index < drafts.size(); index++) {
      Protocol protocol = protocols.get(index);
      for (UUID equipment : drafts.get(index).equipmentIds()) {
        for (UUID company : drafts.get(index).companyIds()) {
          protocolIds.add(protocol.id());
          equipmentIds.add(equipment);
          companyIds.add(company);
          subsystemIds.add(protocol.subsystemId());
        }
      }
    }
    return new AssignmentColumns(
        protocolIds.toArray(UUID[]::new),
        equipmentIds.toArray(UUID[]::new),
        companyIds.toArray(UUID[]::new),
        subsystemIds.toArray(UUID[]::new));
  }
}
