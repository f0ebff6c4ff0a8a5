package io.protoworks.attachment;

import static io.protoworks.platform.ConstraintMessage.invalid;
import static io.protoworks.platform.ConstraintMessage.notUnique;

import io.protoworks.platform.ConstraintMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the constraints of this module's tables mean to a person. */
@Component
class AttachmentConstraints implements ConstraintMessage.Source {
  @Override
  public List<ConstraintMessage> constraintMessages() {
    return List.of(
        notUnique(
            "attachments_file_path_key",
            "uploadId",
            "The upload is attached to something already; make another one."),
        invalid(
            "uploads_file_name_check",
            "fileName",
            "A file needs a name, of at most 255 characters: shorten it."),
        invalid(
            "uploads_file_type_check",
            "fileType",
            "A media type has at most 255 characters, such as text/csv."),
        invalid(
            "uploads_sha256_check",
            "sha256",
            "A SHA-256 is written as 64 hexadecimal digits in lower case."));
  }
}
