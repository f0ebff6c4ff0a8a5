package io.protoworks.protocol;

import io.protoworks.attachment.Attachment;
import io.protoworks.attachment.AttachmentOwner;
import io.protoworks.attachment.AttachmentService;
import io.protoworks.platform.Failure;
import io.protoworks.platform.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drawings and certificates of a protocol as a whole: attached by whoever draws it up and by the
 * executor, until it is submitted.
 */
@Service
public class ProtocolAttachmentService implements AttachmentOwner {
  static final String ENTITY = "protocol";

  private final ProtocolService protocols;
  private final ProtocolCases cases;
  private final AttachmentService attachments;

  ProtocolAttachmentService(
      ProtocolService protocols, ProtocolCases cases, AttachmentService attachments) {
    this.protocols = protocols;
    this.cases = cases;
    this.attachments = attachments;
  }

  @Override
  public String entityType() {
    return ENTITY;
  }

  @Override
  public List<UUID> listVisible(Viewer viewer, Collection<UUID> protocolIds) {
    return protocols.listVisibleByIds(viewer, protocolIds).stream().map(Protocol::id).toList();
  }

  /** The files of these protocols, the oldest first; seen by whoever sees the protocols. */
  public List<Attachment> listByProtocolIds(Collection<UUID> protocolIds) {
    return attachments.listByEntities(ENTITY, protocolIds);
  }

  @Transactional
  Attachment attach(Viewer viewer, UUID protocolId, UUID uploadId) {
    Protocol protocol = openForFiles(viewer, protocolId);
    return attachments.attach(viewer, ENTITY, protocol.id(), protocol.projectId(), uploadId);
  }

  @Override
  public @Nullable UUID holdFor(Viewer viewer, Attachment attachment) {
    return openForFiles(viewer, attachment.entityId()).projectId();
  }

  private Protocol openForFiles(Viewer viewer, UUID protocolId) {
    ProtocolCase opened = cases.openForItems(viewer, protocolId);
    Protocol protocol = opened.protocol();
    if (!ProtocolParties.mayRelease(opened.standing())
        && !ProtocolParties.mayExecute(protocol, opened.facts(), opened.standing())) {
      throw Failure.forbiddenBecause(
          "The files of a protocol are for whoever draws it up and for the executor to attach and"
              + " to take away.");
    }
    if (!protocol.status().isBeforeSubmission()) {
      throw TransitionBlocked.wrongStatus(
          protocol,
          "The protocol is %s and takes no files, and gives none away."
              .formatted(protocol.status()));
    }
    return protocol;
  }
}
