package io.protoworks.plant;

import io.protoworks.plant.SubsystemInputs.ChangeSubsystemInput;
import io.protoworks.plant.SubsystemInputs.CreateSubsystemInput;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class SubsystemController {
  private final SubsystemService subsystems;

  SubsystemController(SubsystemService subsystems) {
    this.subsystems = subsystems;
  }

  record SubsystemPayload(Subsystem subsystem) {}

  @MutationMapping
  SubsystemPayload createSubsystem(@Argument CreateSubsystemInput input, Viewer viewer) {
    return new SubsystemPayload(subsystems.create(viewer, input));
  }

  @MutationMapping
  SubsystemPayload changeSubsystem(@Argument ChangeSubsystemInput input, Viewer viewer) {
    return new SubsystemPayload(subsystems.change(viewer, input));
  }

  @MutationMapping
  SubsystemPayload deactivateSubsystem(@Argument VersionedId<Subsystem> input, Viewer viewer) {
    return new SubsystemPayload(subsystems.deactivate(viewer, input));
  }

  @MutationMapping
  SubsystemPayload restoreSubsystem(@Argument VersionedId<Subsystem> input, Viewer viewer) {
    return new SubsystemPayload(subsystems.restore(viewer, input));
  }
}
