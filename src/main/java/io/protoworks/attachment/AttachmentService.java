package io.protoworks.attachment;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The files that are attached to things. */
@Service
public class AttachmentService {
  private final AttachmentMapper attachments;

  AttachmentService(AttachmentMapper attachments) {
    this.attachments = attachments;
  }

  /** The attachments of these ids, for whoever already sees what they are attached to. */
  public List<Attachment> listByIds(Collection<UUID> ids) {
    return attachments.listByIds(ids.toArray(UUID[]::new));
  }

  /** The active attachments of these things, the oldest first, for whoever already sees them. */
  public List<Attachment> listByEntities(String entityType, Collection<UUID> entityIds) {
    return attachments.listByEntities(entityType, entityIds.toArray(UUID[]::new));
  }
}
