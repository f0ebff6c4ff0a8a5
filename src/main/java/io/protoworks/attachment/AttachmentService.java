package io.protoworks.attachment;

import io.protoworks.platform.Change;
import io.protoworks.platform.Changes;
import io.protoworks.platform.Page;
import io.protoworks.platform.ParentCount;
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
  private static final String TYPE = "Attachment";

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

  List<Attachment> listByEntities(String entityType, Collection<UUID> entityIds, Page page) {
    return attachments.listByEntityIds(entityType, entityIds.toArray(UUID[]::new), page);
  }

  Map<UUID, Integer> countByEntities(String entityType, Collection<UUID> entityIds) {
    return ParentCount.byParent(
        attachments.countByEntityIds(entityType, entityIds.toArray(UUID[]::new)));
  }

  /** Attaches the viewer's upload to a thing; the caller has asked whether they may. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Attachment attach(
      Viewer viewer, String entityType, UUID entityId, @Nullable UUID projectId, UUID uploadId) {
    Upload upload = uploads.bind(viewer, uploadId, UploadPurpose.ATTACHMENT);
    Attachment attached = attachments.insert(viewer.userId(), entityType, entityId, upload);
    changes.record(viewer, Change.created(TYPE, attached.id(), projectId, attached));
    return attached;
  }
}
