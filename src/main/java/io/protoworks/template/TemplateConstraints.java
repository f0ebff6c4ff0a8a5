package io.protoworks.template;

import static io.protoworks.platform.ConstraintMessage.inTheWay;
import static io.protoworks.platform.ConstraintMessage.invalid;
import static io.protoworks.platform.ConstraintMessage.notUnique;
import static io.protoworks.platform.ConstraintMessage.unknown;

import io.protoworks.platform.ConstraintMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the constraints of this module's tables, and its triggers, mean to a person. */
@Component
class TemplateConstraints implements ConstraintMessage.Source {
  @Override
  public List<ConstraintMessage> constraintMessages() {
    return List.of(
        notUnique(
            "protocol_templates_code_version_key",
            "code",
            "There is a template of this code; make a new version of it, or choose another code."),
        inTheWay(
            "protocol_templates_code_draft_key",
            "The code has a draft already; go on with that one, or deactivate it first."),
        invalid("protocol_templates_code_check", "code", ItemDefinition.CODE),
        invalid(
            "protocol_templates_description_check", "description", TemplateDefinition.DESCRIPTION),
        invalid(
            "protocol_templates_discipline_id_check",
            "disciplineId",
            TemplateDefinition.DISCIPLINE_NEEDED),
        unknown("protocol_templates_discipline_id_fkey", "disciplineId", "discipline"),
        // Of a table above, which refers to the type: it stays what protocols were made of.
        inTheWay(
            "protocols_template_id_stage_fkey",
            "Protocols are made of this version; its type stays what it is."),
        inTheWay(
            "protocol_templates_frozen_at_check",
            "The version was taken back to draft meanwhile; publish it first."),
        inTheWay(
            "protocol_templates_published_change_check",
            "The version was published meanwhile; make a new version to change it."),
        inTheWay(
            "protocol_template_items_published_change_check",
            "The version was published meanwhile; make a new version to change it."),
        invalid(
            "protocol_templates_items_check", "id", "The version asks for nothing; add an item."));
  }
}
