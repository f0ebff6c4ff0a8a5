package io.protoworks.identity;

import static io.protoworks.platform.ConstraintMessage.invalid;

import io.protoworks.platform.ConstraintMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the constraints of this module's tables mean to a person. */
@Component
class IdentityConstraints implements ConstraintMessage.Source {
  @Override
  public List<ConstraintMessage> constraintMessages() {
    return List.of(invalid("companies_name_check", "name", "A company needs a name."));
  }
}
