package io.protoworks.plant;

import io.protoworks.plant.SystemInputs.ChangeSystemInput;
import io.protoworks.plant.SystemInputs.CreateSystemInput;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class SystemController {
  private final SystemService systems;

  SystemController(SystemService systems) {
    this.systems = systems;
  }

  record SystemPayload(PlantSystem system) {}

  @MutationMapping
  SystemPayload createSystem(@Argument CreateSystemInput input, Viewer viewer) {
    return new SystemPayload(systems.create(viewer, input));
  }

  @MutationMapping
  SystemPayload changeSystem(@Argument ChangeSystemInput input, Viewer viewer) {
    return new SystemPayload(systems.change(viewer, input));
  }

  @MutationMapping
  SystemPayload deactivateSystem(@Argument VersionedId<PlantSystem> input, Viewer viewer) {
    return new SystemPayload(systems.deactivate(viewer, input));
  }

  @MutationMapping
  SystemPayload restoreSystem(@Argument VersionedId<PlantSystem> input, Viewer viewer) {
    return new SystemPayload(systems.restore(viewer, input));
  }
}
