package io.protoworks.attachment;

import io.protoworks.attachment.UploadInputs.CompleteUploadInput;
import io.protoworks.attachment.UploadInputs.CreateUploadInput;
import io.protoworks.platform.Id;
import io.protoworks.platform.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class UploadController {
  private final UploadService uploads;
  private final UploadCompletion completion;

  UploadController(UploadService uploads, UploadCompletion completion) {
    this.uploads = uploads;
    this.completion = completion;
  }

  record UploadPayload(Upload upload) {}

  @QueryMapping
  @Nullable Upload upload(@Argument Id<Upload> id, Viewer viewer) {
    return uploads.find(viewer, id.uuid());
  }

  @MutationMapping
  UploadPayload createUpload(@Argument CreateUploadInput input, Viewer viewer) {
    return new UploadPayload(uploads.create(viewer, input));
  }

  @MutationMapping
  UploadPayload completeUpload(@Argument CompleteUploadInput input, Viewer viewer) {
    return new UploadPayload(completion.complete(viewer, input));
  }
}
