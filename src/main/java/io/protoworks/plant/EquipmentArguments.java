package io.protoworks.plant;

import io.protoworks.identity.Discipline;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.Page;
import io.protoworks.platform.PageArguments;
import io.protoworks.platform.Texts;
import org.jspecify.annotations.Nullable;

/** Which equipments are asked for, in which order, and which page of them. */
record EquipmentArguments(
    @Nullable EquipmentFilter filter,
    @Nullable EquipmentOrder orderBy,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable Integer last,
    @Nullable String before)
    implements PageArguments {

  /** Which equipments; what is left out narrows nothing, and inactive ones are left out. */
  record EquipmentFilter(
      @Nullable Id<Area> areaId,
      @Nullable Id<PlantSystem> systemId,
      @Nullable Id<Subsystem> subsystemId,
      @Nullable Id<Discipline> disciplineId,
      @Nullable String search,
      @Nullable Boolean includeInactive) {
    static final EquipmentFilter NONE = new EquipmentFilter(null, null, null, null, null, null);

    /** The search as a pattern; asked only where there is one. */
    String pattern() {
      return Texts.containing(search == null ? "" : search);
    }
  }

  /** The orders that an index serves. */
  enum EquipmentOrder {
    TAG_ASC,
    TAG_DESC
  }

  /** The first so many that are in use. */
  static EquipmentArguments first(int count) {
    return new EquipmentArguments(null, null, count, null, null, null);
  }

  EquipmentFilter matching() {
    return filter == null ? EquipmentFilter.NONE : filter;
  }

  Page page() {
    EquipmentOrder order = orderBy == null ? EquipmentOrder.TAG_ASC : orderBy;
    return Page.of(this, order.name(), order == EquipmentOrder.TAG_DESC);
  }

  Connection.Place<Equipment> place() {
    return new Connection.Place<>(Equipment::tagId, Equipment::id);
  }

  Connection.Place<EquipmentUnder> placeUnder() {
    return new Connection.Place<>(
        under -> under.equipment().tagId(), under -> under.equipment().id());
  }
}
