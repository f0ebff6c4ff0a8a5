package io.protoworks.attachment;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
import io.protoworks.platform.Refused;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files that are attached to things: whoever sees a thing sees them. */
@Service
public class AttachmentService {
  static final String TYPE = "Attachment";

  private final AttachmentMapper attachments;
  private final UploadService uploads;
  private final ObjectProvider<AttachmentOwner> owners;
  private final Changes changes;

  AttachmentService(
      AttachmentMapper attachments,
      UploadService uploads,
      ObjectProvider<AttachmentOwner> owners,
      Changes changes) {
    this.attachments = attachments;
    this.uploads = uploads;
    this.owners = owners;
    this.changes = changes;
  }

  /** The attachments of these ids, for whoever already sees what they are attached to. */
  public List<Attachment> listByIds(Collection<UUID> ids) {
    return attachments.listByIds(ids.toArray(UUID[]::new));
  }

  /** Those of these ids whose thing the viewer sees: one question for each kind of thing. */
  List<Attachment> listVisibleByIds(Viewer viewer, Collection<UUID> ids) {
    Map<String, List<Attachment>> found =
        listByIds(ids).stream().collect(Collectors.groupingBy(Attachment::entityType));
    return owners
        .orderedStream()
        .flatMap(
            owner -> {
              List<Attachment> ofOwner = found.getOrDefault(owner.entityType(), List.of());
              Set<UUID> visible =
                  ofOwner.isEmpty()
                      ? Set.of()
                      : new HashSet<>(
                          owner.listVisible(
                              viewer, ofOwner.stream().map(Attachment::entityId).toList()));
              return ofOwner.stream().filter(attachment -> visible.contains(attachment.entityId()));
            })
        .toList();
  }

  /** The active attachments of these things, the oldest first, for whoever already sees them. */
  public List<Attachment> listByEntities(String entityType, Collection<UUID> entityIds) {
    return attachments.listByEntities(entityType, entityIds.toArray(UUID[]::new));
  }

  List<Attachment> listByEntities(
      String entityType, Collection<UUID> entityIds, boolean includeInactive, Page page) {
    return attachments.listByEntityIds(
        entityType, entityIds.toArray(UUID[]::new), includeInactive, page);
  }

  Map<UUID, Integer> countByEntities(
      String entityType, Collection<UUID> entityIds, boolean includeInactive) {
    return ParentCount.byParent(
        attachments.countByEntityIds(entityType, entityIds.toArray(UUID[]::new), includeInactive));
  }

  /** Attaches the viewer's upload to a thing; the caller has asked whether they may. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Attachment attach(
      Viewer viewer, String entityType, UUID entityId, @Nullable UUID projectId, UUID uploadId) {
    Upload upload = uploads.bind(viewer, uploadId, UploadPurpose.ATTACHMENT);
    Attachment attached =
        attachments.insert(viewer.userId(), entityType, entityId, projectId, upload);
    changes.record(viewer, Change.created(TYPE, attached.id(), projectId, attached));
    return attached;
  }

  /** Takes a file away from its thing; nothing happens when it is away already. */
  @Transactional
  Attachment deactivate(Viewer viewer, UUID id) {
    Held held = hold(viewer, id);
    Attachment before = held.attachment();
    if (!before.isActive()) {
      return before;
    }
    Attachment after = attachments.updateActive(id, false);
    changes.record(viewer, Change.deactivated(TYPE, id, held.projectId(), before, after));
    return after;
  }

  /** Gives a file back to its thing; nothing happens when it is there. */
  @Transactional
  Attachment restore(Viewer viewer, UUID id) {
    Held held = hold(viewer, id);
    Attachment before = held.attachment();
    if (before.isActive()) {
      return before;
    }
    if (before.purgedAt() != null) {
      throw Refused.invalid(
          "id", "It was taken away long ago and its bytes are deleted; attach the file anew.");
    }
    Attachment after = attachments.updateActive(id, true);
    changes.record(viewer, Change.restored(TYPE, id, held.projectId(), before, after));
    return after;
  }

  /** An attachment that stands still, and whose thing does, until the transaction ends. */
  private record Held(Attachment attachment, @Nullable UUID projectId) {}

  /** The thing is locked before the file is, as when files are attached. */
  private Held hold(Viewer viewer, UUID id) {
    Attachment seen =
        listVisibleByIds(viewer, List.of(id)).stream()
            .findFirst()
            .orElseThrow(() -> Refused.unknown("id", "file"));
    AttachmentOwner owner =
        owners
            .orderedStream()
            .filter(candidate -> candidate.entityType().equals(seen.entityType()))
            .findFirst()
            .orElseThrow();
    UUID projectId = owner.holdFor(viewer, seen);
    return new Held(attachments.lockById(id), projectId);
  }
}
