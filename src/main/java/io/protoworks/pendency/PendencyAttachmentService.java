package io.protoworks.pendency;

import io.protoworks.attachment.Attachment;
import io.protoworks.attachment.AttachmentOwner;
import io.protoworks.attachment.AttachmentService;
import io.protoworks.identity.User;
import io.protoworks.identity.UserService;
import io.protoworks.pendency.PendencyInputs.AddPendencyAttachmentInput;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photos and documents of pendencies: what is wrong, and the evidence that it is mended. */
@Service
class PendencyAttachmentService implements AttachmentOwner {
  static final String ENTITY = "pendency";

  private final PendencyMapper pendencies;
  private final PendencySteps steps;
  private final AttachmentService attachments;
  private final UserService users;

  PendencyAttachmentService(
      PendencyMapper pendencies,
      PendencySteps steps,
      AttachmentService attachments,
      UserService users) {
    this.pendencies = pendencies;
    this.steps = steps;
    this.attachments = attachments;
    this.users = users;
  }

  @Override
  public String entityType() {
    return ENTITY;
  }

  @Override
  public List<UUID> listVisible(Viewer viewer, Collection<UUID> pendencyIds) {
    return pendencies.listVisibleByIds(viewer.userId(), pendencyIds.toArray(UUID[]::new)).stream()
        .map(Pendency::id)
        .toList();
  }

  /** Files come and go beside the pendency: its version stays, so that nobody's form is stale. */
  @Transactional
  Attachment attach(Viewer viewer, AddPendencyAttachmentInput input) {
    Pendency pendency =
        steps.openAsItIs(viewer, input.pendencyId().uuid(), PendencyStep.ATTACH).pendency();
    return attachments.attach(
        viewer, ENTITY, pendency.id(), pendency.projectId(), input.uploadId().uuid());
  }

  @Override
  public @Nullable UUID holdFor(Viewer viewer, Attachment attachment) {
    return steps
        .openAsItIs(viewer, attachment.entityId(), PendencyStep.DETACH)
        .pendency()
        .projectId();
  }

  /** Whether somebody of the company that has to clear it has attached a file to the pendency. */
  boolean hasEvidence(Pendency pendency) {
    List<UUID> uploaders =
        attachments.listByEntities(ENTITY, List.of(pendency.id())).stream()
            .map(Attachment::uploadedBy)
            .toList();
    return !uploaders.isEmpty()
        && users.listByIds(uploaders).stream()
            .map(User::companyId)
            .anyMatch(pendency.clearingCompanyId()::equals);
  }
}
