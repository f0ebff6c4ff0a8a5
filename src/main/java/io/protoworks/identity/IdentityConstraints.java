package io.protoworks.identity;

import static io.protoworks.platform.ConstraintMessage.invalid;
import static io.protoworks.platform.ConstraintMessage.notUnique;

import io.protoworks.platform.ConstraintMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the constraints of this module's tables mean to a person. */
@Component
class IdentityConstraints implements ConstraintMessage.Source {
  @Override
  public List<ConstraintMessage> constraintMessages() {
    return List.of(
        invalid(
            "companies_name_check", "name", "A company needs a name, of at most 255 characters."),
        invalid(
            "device_sessions_device_name_check",
            "deviceName",
            "A device's name is one line of 1 to 100 characters, without blanks at its ends."),
        invalid(
            "api_keys_name_check",
            "name",
            "An API key's name is one line of 1 to 100 characters, without blanks at its ends."),
        notUnique(
            "api_keys_user_id_name_live_key",
            "name",
            "You have an API key of this name already; choose another name or revoke that key."),
        invalid("api_keys_expires_at_check", "expiresAt", "An API key must end in the future."),
        notUnique("disciplines_code_key", "code", "Another discipline has this code."),
        invalid("disciplines_name_check", "name", "A discipline needs a name."),
        invalid(
            "disciplines_code_check",
            "code",
            "A code has 1 to 10 characters, no blank at either end and no control characters."),
        invalid("disciplines_legend_check", "legend", "A legend has 1 to 5 characters."),
        notUnique(
            "departments_parent_id_name_key",
            "name",
            "Another department of the same parent has this name."),
        invalid("departments_name_check", "name", "A department's name has 1 to 255 characters."),
        invalid(
            "departments_parent_id_check",
            "parentId",
            "A department can't stand above itself; choose a parent that is not below it."),
        invalid(
            "departments_parent_id_fkey",
            "parentId",
            "The department above is not there any more."),
        invalid("departments_manager_id_fkey", "managerId", "The manager is not there any more."),
        invalid("user_departments_user_id_fkey", "userId", "The user is not there any more."),
        invalid(
            "user_departments_dept_id_fkey",
            "departmentId",
            "The department is not there any more."),
        notUnique("users_email_key", "email", "Another user has this e-mail address."),
        notUnique("users_phone_key", "phone", "Another user has this telephone number."),
        invalid(
            "users_email_check",
            "email",
            "This is no e-mail address of at most 255 characters; one looks like name@host."),
        invalid(
            "users_phone_check",
            "phone",
            "Write the number as plus sign, country code and digits only: +5521999990000."),
        invalid("users_company_id_fkey", "companyId", "The company is not there any more."),
        invalid(
            "users_discipline_id_fkey", "disciplineId", "The discipline is not there any more."),
        invalid("users_name_check", "name", "A user's name has 1 to 255 characters."),
        invalid(
            "users_locale_check", "locale", "This is no language tag; one looks like en or pt-BR."),
        invalid(
            "user_profiles_display_name_check",
            "displayName",
            "A display name is not blank; leave it out to show the user's name."),
        invalid(
            "user_profiles_preferences_json_check",
            "preferences",
            "Preferences are a JSON object."),
        notUnique("roles_name_key", "name", "Another role has this name."),
        invalid(
            "roles_name_check",
            "name",
            "A role's name has 1 to 100 characters, no blank at either end and no control"
                + " characters."),
        invalid("roles_base_renamed_check", "name", "A base role can't be renamed."),
        invalid("roles_base_deleted_check", "id", "A base role can't be deleted."),
        invalid("user_roles_user_id_fkey", "userId", "The user is not there any more."),
        invalid("user_roles_role_id_fkey", "roleId", "The role is not there any more."));
  }
}
