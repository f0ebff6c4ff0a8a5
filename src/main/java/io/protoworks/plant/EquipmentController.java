package io.protoworks.plant;

import io.protoworks.plant.EquipmentInputs.ChangeEquipmentInput;
import io.protoworks.plant.EquipmentInputs.CreateEquipmentInput;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class EquipmentController {
  private final EquipmentService equipments;

  EquipmentController(EquipmentService equipments) {
    this.equipments = equipments;
  }

  record EquipmentPayload(Equipment equipment) {}

  @QueryMapping
  @Nullable Equipment equipment(
      @Argument String projectCode, @Argument String tagId, Viewer viewer) {
    return equipments.findByTagId(viewer, projectCode, tagId);
  }

  @QueryMapping
  Connection<Equipment> equipments(
      @Argument @Nullable Id<Project> projectId,
      @Arguments EquipmentArguments arguments,
      Viewer viewer) {
    return equipments.list(viewer, projectId, arguments);
  }

  @MutationMapping
  EquipmentPayload createEquipment(@Argument CreateEquipmentInput input, Viewer viewer) {
    return new EquipmentPayload(equipments.create(viewer, input));
  }

  @MutationMapping
  EquipmentPayload changeEquipment(@Argument ChangeEquipmentInput input, Viewer viewer) {
    return new EquipmentPayload(equipments.change(viewer, input));
  }

  @MutationMapping
  EquipmentPayload deactivateEquipment(@Argument VersionedId<Equipment> input, Viewer viewer) {
    return new EquipmentPayload(equipments.deactivate(viewer, input));
  }

  @MutationMapping
  EquipmentPayload restoreEquipment(@Argument VersionedId<Equipment> input, Viewer viewer) {
    return new EquipmentPayload(equipments.restore(viewer, input));
  }
}
