package io.protoworks.pendency;

import io.protoworks.attachment.Attachment;
import io.protoworks.pendency.PendencyInputs.AddPendencyAttachmentInput;
import io.protoworks.pendency.PendencyInputs.AssignPendencyInput;
import io.protoworks.pendency.PendencyInputs.ChangePendencyInput;
import io.protoworks.pendency.PendencyInputs.ChangePendencyTypeInput;
import io.protoworks.pendency.PendencyInputs.ClearPendencyInput;
import io.protoworks.pendency.PendencyInputs.CommentPendencyInput;
import io.protoworks.pendency.PendencyInputs.RaisePendencyInput;
import io.protoworks.pendency.PendencyInputs.ReasonedPendencyInput;
import io.protoworks.pendency.PendencyInputs.VerifyPendencyInput;
import io.protoworks.plant.Project;
import io.protoworks.platform.Connection;
import io.protoworks.platform.Id;
import io.protoworks.platform.VersionedId;
import io.protoworks.platform.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class PendencyController {
  private final PendencyService pendencies;
  private final PendencyRaising raising;
  private final PendencyWork work;
  private final PendencyTypeService types;
  private final PendencyAttachmentService attachments;

  PendencyController(
      PendencyService pendencies,
      PendencyRaising raising,
      PendencyWork work,
      PendencyTypeService types,
      PendencyAttachmentService attachments) {
    this.pendencies = pendencies;
    this.raising = raising;
    this.work = work;
    this.types = types;
    this.attachments = attachments;
  }

  record PendencyPayload(Pendency pendency) {}

  record PendencyAttachmentPayload(Attachment attachment) {}

  @QueryMapping
  @Nullable Pendency pendency(@Argument String projectCode, @Argument int number, Viewer viewer) {
    return pendencies.findByNumber(viewer, projectCode, number);
  }

  @QueryMapping
  Connection<Pendency> pendencies(
      @Argument @Nullable Id<Project> projectId,
      @Arguments PendencyArguments arguments,
      Viewer viewer) {
    return pendencies.list(viewer, projectId, arguments);
  }

  @MutationMapping
  PendencyPayload raisePendency(@Argument RaisePendencyInput input, Viewer viewer) {
    return new PendencyPayload(raising.raise(viewer, input));
  }

  @MutationMapping
  PendencyPayload changePendency(@Argument ChangePendencyInput input, Viewer viewer) {
    return new PendencyPayload(work.change(viewer, input));
  }

  @MutationMapping
  PendencyPayload assignPendency(@Argument AssignPendencyInput input, Viewer viewer) {
    return new PendencyPayload(work.assign(viewer, input));
  }

  @MutationMapping
  PendencyPayload clearPendency(@Argument ClearPendencyInput input, Viewer viewer) {
    return new PendencyPayload(work.clear(viewer, input));
  }

  @MutationMapping
  PendencyPayload verifyPendency(@Argument VerifyPendencyInput input, Viewer viewer) {
    return new PendencyPayload(work.verify(viewer, input));
  }

  @MutationMapping
  PendencyPayload refusePendency(@Argument ReasonedPendencyInput input, Viewer viewer) {
    return new PendencyPayload(work.refuse(viewer, input));
  }

  @MutationMapping
  PendencyPayload commentPendency(@Argument CommentPendencyInput input, Viewer viewer) {
    return new PendencyPayload(work.comment(viewer, input));
  }

  @MutationMapping
  PendencyAttachmentPayload addPendencyAttachment(
      @Argument AddPendencyAttachmentInput input, Viewer viewer) {
    return new PendencyAttachmentPayload(attachments.attach(viewer, input));
  }

  @MutationMapping
  PendencyPayload changePendencyType(@Argument ChangePendencyTypeInput input, Viewer viewer) {
    return new PendencyPayload(types.change(viewer, input));
  }

  @MutationMapping
  PendencyPayload confirmPendencyTypeChange(@Argument VersionedId<Pendency> input, Viewer viewer) {
    return new PendencyPayload(types.confirm(viewer, input));
  }

  @MutationMapping
  PendencyPayload refusePendencyTypeChange(@Argument ReasonedPendencyInput input, Viewer viewer) {
    return new PendencyPayload(types.refuse(viewer, input));
  }
}
