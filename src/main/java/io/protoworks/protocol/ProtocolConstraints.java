package io.protoworks.protocol;

import static io.protoworks.platform.ConstraintMessage.inTheWay;
import static io.protoworks.platform.ConstraintMessage.invalid;
import static io.protoworks.platform.ConstraintMessage.notUnique;

import io.protoworks.platform.ConstraintMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the constraints of this module's tables, and its triggers, mean to a person. Most of what
 * the triggers refuse the rules refuse first, in more words; what is here can come in between.
 */
@Component
class ProtocolConstraints implements ConstraintMessage.Source {
  private static final String FROZEN =
      "What was submitted stays as it is; look at the protocol as it is now.";

  @Override
  public List<ConstraintMessage> constraintMessages() {
    return List.of(
        inTheWay(
            "equipments_active_protocols_check",
            "Protocols that are not done name the equipment; finalize or cancel them first."),
        inTheWay(
            "protocols_active_equipments_check",
            "The protocol names an equipment that is out of use; restore that first."),
        inTheWay(
            "protocol_equipment_companies_equipment_id_subsystem_id_fkey",
            "The equipment has protocols, so it stays in its subsystem."),
        inTheWay(
            "protocols_subsystem_id_project_id_fkey",
            "The subsystem has protocols, so it stays where it is."),
        invalid(
            "protocols_due_on_check", "dueOn", "A due day lies between 2000-01-01 and 2099-12-31."),
        inTheWay("protocol_items_frozen_check", FROZEN),
        inTheWay("protocol_items_approval_check", FROZEN),
        inTheWay("protocol_instruments_frozen_check", FROZEN),
        inTheWay("protocol_instruments_measured_check", ProtocolInstrumentService.MEASURED),
        inTheWay(
            "protocols_items_approved_check",
            "Required items are not approved; approve them, or reject the protocol."),
        invalid(
            "protocol_items_approval_note_check", "note", "A note has at most 2000 characters."),
        notUnique(
            "protocol_instruments_protocol_id_serial_number_active_key",
            "serialNumber",
            "The protocol has an instrument with this serial number already."),
        invalid(
            "protocol_instruments_name_check",
            "name",
            "An instrument needs a name, of at most 200 characters."),
        invalid(
            "protocol_instruments_serial_number_check",
            "serialNumber",
            "A serial number has 1 to 100 characters, no control characters, and no blanks at its"
                + " ends."),
        invalid(
            "protocol_instruments_certificate_number_check",
            "certificateNumber",
            "A certificate number has at most 100 characters, no control characters, and no blanks"
                + " at its ends."),
        invalid(
            "protocol_instruments_calibration_due_on_check",
            "calibrationDueOn",
            "A calibration can't end before it began; choose a later day."));
  }
}
