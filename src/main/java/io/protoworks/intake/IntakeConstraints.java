package io.protoworks.intake;

import io.protoworks.platform.ConstraintMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the constraints of this module's tables mean to a person. */
@Component
class IntakeConstraints implements ConstraintMessage.Source {
  @Override
  public List<ConstraintMessage> constraintMessages() {
    return List.of(
        new ConstraintMessage(
            "import_jobs_project_id_live_key",
            new IntakeErrors.ImportRunning(
                "Another import is at work in this project: wait for its end, or cancel it.",
                IntakeErrorCode.IMPORT_RUNNING,
                List.of("input", "projectId"))));
  }
}
