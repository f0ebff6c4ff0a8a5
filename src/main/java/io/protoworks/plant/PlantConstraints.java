package io.protoworks.plant;

import static io.protoworks.platform.ConstraintMessage.inTheWay;
import static io.protoworks.platform.ConstraintMessage.invalid;
import static io.protoworks.platform.ConstraintMessage.notUnique;
import static io.protoworks.platform.ConstraintMessage.unknown;

import io.protoworks.platform.ConstraintMessage;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the constraints of this module's tables, and its triggers, mean to a person. */
@Component
class PlantConstraints implements ConstraintMessage.Source {
  private static final String CODE =
      "A code has 1 to 100 characters, no control characters, and no blanks at its ends.";

  @Override
  public List<ConstraintMessage> constraintMessages() {
    return Stream.of(ofProjects(), ofHierarchy(), ofSoftDeletion()).flatMap(List::stream).toList();
  }

  private static List<ConstraintMessage> ofProjects() {
    return List.of(
        notUnique("projects_code_key", "code", "Another project has this code; choose another."),
        invalid(
            "projects_name_check", "name", "A project needs a name, of at most 500 characters."),
        invalid("projects_code_check", "code", CODE),
        invalid(
            "projects_expected_end_date_check",
            "expectedEndDate",
            "A project can't end before it starts; choose a later end."),
        notUnique(
            "project_companies_project_id_company_id_company_role_key",
            "companyId",
            "The company takes this part in the project already."),
        notUnique(
            "project_tags_project_id_name_key",
            "name",
            "The project has a tag of this name already."),
        invalid(
            "project_tags_name_check",
            "name",
            "A tag needs a name of at most 100 characters, without control characters, and without"
                + " blanks at its ends."),
        invalid("project_tags_color_check", "color", "Write the colour as #rrggbb."),
        notUnique(
            "team_members_project_id_user_id_key", "userId", "This user is in the team already."),
        unknown("team_members_role_id_fkey", "roleId", "role"));
  }

  private static List<ConstraintMessage> ofHierarchy() {
    return List.of(
        notUnique(
            "areas_project_id_code_key", "code", "Another area of the project has this code."),
        invalid("areas_name_check", "name", "An area needs a name, of at most 500 characters."),
        invalid("areas_code_check", "code", CODE),
        notUnique("systems_area_id_code_key", "code", "Another system of the area has this code."),
        invalid("systems_name_check", "name", "A system needs a name, of at most 500 characters."),
        invalid("systems_code_check", "code", CODE),
        notUnique(
            "subsystems_system_id_code_key",
            "code",
            "Another subsystem of the system has this code."),
        invalid(
            "subsystems_name_check",
            "name",
            "A subsystem needs a name, of at most 500 characters."),
        invalid("subsystems_code_check", "code", CODE),
        notUnique(
            "equipments_project_id_tag_id_key",
            "tagId",
            "Another equipment of the project has this tag."),
        invalid(
            "equipments_tag_id_check",
            "tagId",
            "A tag is needed, of at most %d characters, without control characters, and without blanks at its ends."
                .formatted(Equipment.MAXIMUM_TAG_LENGTH)),
        invalid(
            "equipments_application_check",
            "application",
            "An application is needed, of at most %d characters."
                .formatted(Equipment.MAXIMUM_APPLICATION_LENGTH)),
        unknown("equipments_discipline_id_fkey", "disciplineId", "discipline"));
  }

  /** The services say more, and first; these are for what arises at the same moment. */
  private static List<ConstraintMessage> ofSoftDeletion() {
    return List.of(
        inTheWay(
            "team_members_role_id_fkey",
            "The role is given in a project's team; take it from there first."),
        inTheWay("areas_active_parent_check", "The project is out of use; restore it first."),
        inTheWay("systems_active_parent_check", "The area is out of use; restore it first."),
        inTheWay("subsystems_active_parent_check", "The system is out of use; restore it first."),
        inTheWay(
            "equipments_active_parent_check", "The subsystem is out of use; restore it first."),
        inTheWay(
            "projects_active_children_check",
            "The project still has active areas; deactivate them first."),
        inTheWay(
            "areas_active_children_check",
            "The area still has active systems; deactivate or move them first."),
        inTheWay(
            "systems_active_children_check",
            "The system still has active subsystems; deactivate or move them first."),
        inTheWay(
            "subsystems_active_children_check",
            "The subsystem still has active equipments; deactivate or move them first."));
  }
}
