package io.protoworks.pendency;

import io.protoworks.pendency.PendencyArguments.PendencyFilter;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import java.util.List;
import java.util.UUID;

/** What has pendencies under it, and the statements that find and count them. */
enum PendencyParent {
  PROJECT,
  AREA,
  SYSTEM,
  SUBSYSTEM,
  EQUIPMENT,
  PROTOCOL,
  PROTOCOL_ITEM;

  /** Finds a page under each. */
  interface Pages {
    List<PendencyUnder> list(UUID viewer, UUID[] parentIds, PendencyFilter filter, Page page);
  }

  /** Counts what is under each. */
  interface Counts {
    List<ParentCount> count(UUID viewer, UUID[] parentIds, PendencyFilter filter);
  }

  Pages pages(PendencyListMapper lists) {
    return switch (this) {
      case PROJECT -> lists::listByProjectIds;
      case AREA -> lists::listByAreaIds;
      case SYSTEM -> lists::listBySystemIds;
      case SUBSYSTEM -> lists::listBySubsystemIds;
      case EQUIPMENT -> lists::listByEquipmentIds;
      case PROTOCOL -> lists::listByProtocolIds;
      case PROTOCOL_ITEM -> lists::listByProtocolItemIds;
    };
  }

  Counts counts(PendencyListMapper lists) {
    return switch (this) {
      case PROJECT -> lists::countByProjectIds;
      case AREA -> lists::countByAreaIds;
      case SYSTEM -> lists::countBySystemIds;
      case SUBSYSTEM -> lists::countBySubsystemIds;
      case EQUIPMENT -> lists::countByEquipmentIds;
      case PROTOCOL -> lists::countByProtocolIds;
      case PROTOCOL_ITEM -> lists::countByProtocolItemIds;
    };
  }
}
