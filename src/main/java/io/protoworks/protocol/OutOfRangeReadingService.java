package io.protoworks.protocol;

import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.platform.Rows;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Finds what was read beyond its limits: whoever sees a protocol sees its readings. */
@Service
class OutOfRangeReadingService {
  private final OutOfRangeReadingMapper readings;

  OutOfRangeReadingService(OutOfRangeReadingMapper readings) {
    this.readings = readings;
  }

  List<OutOfRangeReadingUnder> listUnder(
      Viewer viewer,
      Collection<UUID> subsystemIds,
      OutOfRangeReadingArguments arguments,
      Page page) {
    return readings.listBySubsystemIds(
        viewer.userId(),
        Rows.keys(subsystemIds),
        arguments.matching(),
        page,
        OutOfRangeReadingPlace.of(page));
  }

  Map<UUID, Integer> countUnder(
      Viewer viewer, Collection<UUID> subsystemIds, OutOfRangeReadingArguments arguments) {
    return ParentCount.byParent(
        readings.countBySubsystemIds(
            viewer.userId(), Rows.keys(subsystemIds), arguments.matching()));
  }
}
