package io.protoworks.dashboard;

import io.protoworks.identity.Company;
import io.protoworks.plant.Area;
import io.protoworks.plant.PlantSystem;
import io.protoworks.platform.Id;
import io.protoworks.template.ProtocolType;
import org.jspecify.annotations.Nullable;

/** What is asked for of a project; what is left out narrows nothing. */
final class DashboardArguments {
  private DashboardArguments() {}

  record OfMatrix(@Nullable Id<Area> areaId, @Nullable Id<PlantSystem> systemId) {}

  record OfAging(@Nullable Id<Company> companyId, @Nullable ProtocolType stage) {}

  record OfCurve(@Nullable ProtocolType stage) {}

  record OfWaiting(@Nullable Id<Company> companyId) {}
}
