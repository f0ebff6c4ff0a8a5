package io.protoworks.completion;

import static io.protoworks.platform.ConstraintMessage.inTheWay;
import static io.protoworks.platform.ConstraintMessage.invalid;

import io.protoworks.platform.ConstraintMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the constraints of this module's tables, and its triggers, mean to a person. */
@Component
class CompletionConstraints implements ConstraintMessage.Source {
  private static final String BOUND =
      "The equipment has protocols or waivers, so it stays in its subsystem.";

  private static final String REASON = "Give a reason, in 10 to 2000 characters.";

  @Override
  public List<ConstraintMessage> constraintMessages() {
    return List.of(
        inTheWay("equipment_stages_equipment_id_subsystem_id_fkey", BOUND),
        inTheWay("gate_waivers_equipment_id_subsystem_id_fkey", BOUND),
        invalid("gate_waivers_reason_check", "reason", REASON),
        invalid("gate_waivers_revocation_reason_check", "reason", REASON));
  }
}
