package io.protoworks.pendency;

import static io.protoworks.platform.ConstraintMessage.inTheWay;
import static io.protoworks.platform.ConstraintMessage.invalid;

import io.protoworks.platform.ConstraintMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the constraints of this module's tables mean to a person. */
@Component
class PendencyConstraints implements ConstraintMessage.Source {
  @Override
  public List<ConstraintMessage> constraintMessages() {
    return List.of(
        invalid(
            "pendencies_description_check",
            "description",
            "Say what is wrong or missing, in at most 2000 characters."),
        invalid(
            "pendencies_clearing_description_check",
            "description",
            "Say what was done, in at most 2000 characters."),
        invalid(
            "pendencies_resolution_description_check",
            "description",
            "A remark has 1 to 2000 characters; leave it out if there is nothing to say."),
        invalid("pendency_history_comment_check", "comment", "A comment has 1 to 2000 characters."),
        inTheWay(
            "protocols_is_active_open_pendencies_check",
            "Pendencies of the protocol are open; have them cleared and verified first."),
        inTheWay(
            "pendencies_equipment_id_subsystem_id_fkey",
            "Pendencies name the equipment, so it stays in its subsystem."));
  }
}
