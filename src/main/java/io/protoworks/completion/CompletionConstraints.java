package io.protoworks.completion;

import static io.protoworks.platform.ConstraintMessage.inTheWay;

import io.protoworks.platform.ConstraintMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the constraints of this module's tables, and its triggers, mean to a person. */
@Component
class CompletionConstraints implements ConstraintMessage.Source {
  private static final String BOUND =
      "The equipment has protocols or waivers, so it stays in its subsystem.";

  @Override
  public List<ConstraintMessage> constraintMessages() {
    return List.of(
        inTheWay("equipment_stages_equipment_id_subsystem_id_fkey", BOUND),
        inTheWay("gate_waivers_equipment_id_subsystem_id_fkey", BOUND));
  }
}
