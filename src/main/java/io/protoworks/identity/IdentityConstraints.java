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
        invalid("companies_name_check", "name", "A company needs a name."),
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
        invalid("api_keys_expires_at_check", "expiresAt", "An API key must end in the future."));
  }
}
