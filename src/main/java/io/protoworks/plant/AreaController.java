package io.protoworks.plant;

import io.protoworks.plant.AreaInputs.ChangeAreaInput;
import io.protoworks.plant.AreaInputs.CreateAreaInput;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class AreaController {
  private final AreaService areas;

  AreaController(AreaService areas) {
    this.areas = areas;
  }

  record AreaPayload(Area area) {}

  @MutationMapping
  AreaPayload createArea(@Argument CreateAreaInput input, Viewer viewer) {
    return new AreaPayload(areas.create(viewer, input));
  }

  @MutationMapping
  AreaPayload changeArea(@Argument ChangeAreaInput input, Viewer viewer) {
    return new AreaPayload(areas.change(viewer, input));
  }

  @MutationMapping
  AreaPayload deactivateArea(@Argument VersionedId<Area> input, Viewer viewer) {
    return new AreaPayload(areas.deactivate(viewer, input));
  }

  @MutationMapping
  AreaPayload restoreArea(@Argument VersionedId<Area> input, Viewer viewer) {
    return new AreaPayload(areas.restore(viewer, input));
  }
}
